// The screen Penjualan, not drawn yet.
import { PageHeader } from "../ui/PageHeader.tsx";

export function SalesPage() {
  return <PageHeader title="Penjualan" />;
}
