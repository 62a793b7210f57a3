import { Page } from "@/shell/page";

export default function Today() {
  return (
    <Page title="Today">
      <p className="text-quiet">Choose a page.</p>
    </Page>
  );
}
