// The screen Kas, not drawn yet.
import { PageHeader } from "../ui/PageHeader.tsx";

export function ShiftPage() {
  return <PageHeader title="Kas" />;
}
