"use client";

import type { Route } from "next";
import { ThemeSwitch } from "@hibachi/ui/theme-switch";
import { useFacts } from "@/facts/facts";
import { clock, listed, telephone, weekdays } from "@/facts/words";
import { Link } from "@/parts/link";

const PAGES: { to: Route; name: string }[] = [
  { to: "/reviews", name: "What guests say" },
  { to: "/newsletter", name: "Letters" },
  { to: "/ask", name: "Ask us" },
  { to: "/questions", name: "Questions and answers" },
  { to: "/terms", name: "Booking terms" },
  { to: "/privacy", name: "Privacy" },
];

/** How to reach the business, where it cooks, and the small print. */
export function Footer() {
  const { business, travel } = useFacts().policies;
  return (
    <footer className="border-t border-line bg-raised">
      <div className="mx-auto grid w-full max-w-6xl gap-8 px-5 py-10 text-sm sm:grid-cols-3 sm:px-8">
        <div>
          <h2 className="text-base font-semibold">Talk to us</h2>
          <p className="mt-2 grid gap-1 text-base">
            <a className="py-1 underline underline-offset-4" href={`tel:${business.phone}`}>
              {telephone(business.phone)}
            </a>
            <a className="py-1 underline underline-offset-4" href={`mailto:${business.email}`}>
              {business.email}
            </a>
          </p>
          {business.hours ? (
            <p className="mt-1 text-quiet">
              {weekdays(business.hours.days)}, {clock(business.hours.open)} to {clock(business.hours.close)}
            </p>
          ) : null}
        </div>
        <div>
          <h2 className="text-base font-semibold">Where we cook</h2>
          <p className="mt-2 text-quiet">
            {listed(travel.areas)}. The first {travel.free_miles} miles from {travel.base.city} are free.
          </p>
        </div>
        <div>
          <h2 className="text-base font-semibold">Good to know</h2>
          <ul className="mt-2 grid gap-1 text-base">
            {PAGES.map(({ to, name }) => (
              <li key={to}>
                <Link className="inline-block py-1 underline underline-offset-4" href={to}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
        <ThemeSwitch />
      </div>
    </footer>
  );
}
