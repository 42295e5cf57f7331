// The screen Siapkan, not drawn yet.
import { PageHeader } from "../ui/PageHeader.tsx";

export function SetUpPage() {
  return <PageHeader title="Siapkan" />;
}
