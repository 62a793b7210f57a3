"use client";

import { Keyboard, LogOut, ShieldCheck } from "lucide-react";
import Link from "next/link";
import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useState } from "react";
import type { Schemas } from "@hibachi/api-client";
import { classes } from "@hibachi/ui/classes";
import { ThemeSwitch } from "@hibachi/ui/theme-switch";
import { signOut } from "./access";
import { entryOf, GROUPS, PAGES } from "./pages";
import { useCounts } from "./waiting";

const SecondFactorDialog = dynamic(() => import("./second-factor").then((module) => module.SecondFactorDialog), { ssr: false });

type Props = { me: Schemas["Me"]; isOpen: boolean; onGo: () => void; onHelp: () => void };

const LINE = "flex min-h-10 w-full items-center gap-2.5 rounded-lg px-2.5 text-sm hover:bg-raised";

/** The pages that one's role opens, in groups; below them the keys, oneself and the way out. */
export function Navigation({ me, isOpen, onGo, onHelp }: Props) {
  const here = entryOf(usePathname());
  const counts = useCounts();
  const [isFactorOpen, open] = useState(false);
  const mine = PAGES.filter(({ needs }) => me.permissions.includes(needs));
  return (
    <nav
      id="navigation"
      aria-label="Pages"
      className={classes(
        "border-b border-line p-3 lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:overflow-y-auto lg:border-b-0 lg:border-r",
        !isOpen && "max-lg:hidden",
      )}
    >
      <div className="grid gap-3 pb-4">
        {GROUPS.map((group) => {
          const pages = mine.filter((page) => page.group === group);
          return pages.length === 0 ? null : (
            <div key={group}>
              <p className="px-2.5 pb-1 text-xs font-medium text-quiet">{group}</p>
              {pages.map(({ to, name, icon: Icon }) => (
                <Link
                  key={to}
                  href={to}
                  onClick={onGo}
                  aria-current={here?.to === to ? "page" : undefined}
                  className={classes(LINE, "aria-[current]:bg-ember-soft aria-[current]:font-semibold aria-[current]:text-ember")}
                >
                  <Icon aria-hidden className="size-4" />
                  {name}
                  {counts[to] ? <span className="ml-auto rounded-full bg-ember px-2 text-xs font-semibold text-ember-ink">{counts[to]}</span> : null}
                </Link>
              ))}
            </div>
          );
        })}
      </div>
      <div className="mt-auto border-t border-line pt-3">
        <button type="button" className={LINE} onClick={onHelp}>
          <Keyboard aria-hidden className="size-4" />
          Keys
          <kbd className="ml-auto text-xs text-quiet">?</kbd>
        </button>
        <button type="button" className={LINE} onClick={() => open(true)}>
          <ShieldCheck aria-hidden className="size-4" />
          Second factor
          <span className="ml-auto text-xs text-quiet">{me.staff.second_factor ? "on" : "off"}</span>
        </button>
        <button type="button" className={LINE} onClick={() => void signOut()}>
          <LogOut aria-hidden className="size-4" />
          Sign out
        </button>
        <div className="px-1.5 pt-2">
          <ThemeSwitch />
        </div>
        <p className="px-2.5 pt-2 text-xs text-quiet">
          {me.staff.name}
          <br />
          {me.staff.roles.join(", ")}
        </p>
      </div>
      {isFactorOpen ? <SecondFactorDialog isOn={me.staff.second_factor} onClose={() => open(false)} /> : null}
    </nav>
  );
}
