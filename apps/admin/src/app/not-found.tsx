import Link from "next/link";
import { button } from "@hibachi/ui/button";
import { Page } from "@/shell/page";

export default function NotFound() {
  return (
    <Page title="There is no such page.">
      <p className="text-quiet">The link may be old.</p>
      <Link href="/" className={button({ look: "quiet", size: "small" })}>
        To today
      </Link>
    </Page>
  );
}
