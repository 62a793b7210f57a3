"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import { button } from "@hibachi/ui/button";
import { classes } from "@hibachi/ui/classes";
import { useFacts } from "@/facts/facts";
import { Link } from "@/parts/link";

const PAGES: { to: Route; name: string }[] = [
  { to: "/menu", name: "Menu" },
  { to: "/quote", name: "Price" },
  { to: "/questions", name: "Questions" },
];

/** The business's name, the pages, and the way to book. */
export function Header() {
  const path = usePathname();
  const { policies } = useFacts();
  return (
    <header className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-6 gap-y-2 px-5 py-4 sm:px-8">
      <Link href="/" className="mr-auto font-display text-xl font-semibold tracking-tight">
        {policies.business.name}
      </Link>
      <nav aria-label="Pages" className="order-3 -mx-3 flex w-full gap-1 sm:order-none sm:mx-0 sm:w-auto">
        {PAGES.map(({ to, name }) => (
          <Link
            key={to}
            href={to}
            aria-current={path.startsWith(to) ? "page" : undefined}
            className={classes(
              "rounded-full px-3 py-2.5 text-base hover:bg-raised",
              path.startsWith(to) && "font-semibold text-ember",
            )}
          >
            {name}
          </Link>
        ))}
      </nav>
      <Link href="/book" className={button({ look: "primary" })}>
        Book a party
      </Link>
    </header>
  );
}
