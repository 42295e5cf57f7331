// The screen Kasir, not drawn yet.
import { PageHeader } from "../ui/PageHeader.tsx";

export function TillPage() {
  return <PageHeader title="Kasir" />;
}
