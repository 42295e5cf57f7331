// Holds the place of a screen that is being made.
import { PageHeader } from "../ui/PageHeader.tsx";

export function QrisPage() {
  return (
    <div class="page">
      <PageHeader title="…" />
    </div>
  );
}
