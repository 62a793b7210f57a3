import { button } from "@hibachi/ui/button";
import { Link } from "@/parts/link";

export default function NotFound() {
  return (
    <div className="grid justify-items-start gap-5 py-16">
      <h1 className="text-5xl font-semibold tracking-tight">There is no such page.</h1>
      <p className="text-lg text-quiet">The link may be old. The price, the menu and free times are all here.</p>
      <Link href="/" className={button()}>
        To the start
      </Link>
    </div>
  );
}
