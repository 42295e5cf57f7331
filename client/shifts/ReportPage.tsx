// Holds the place of a screen that is being made.
import { PageHeader } from "../ui/PageHeader.tsx";

export function ReportPage() {
  return (
    <div class="page">
      <PageHeader title="…" />
    </div>
  );
}
