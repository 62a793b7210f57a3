"use client";

import { Menu } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import type { Schemas } from "@hibachi/api-client";
import { Help } from "./help";
import { useKeys, type Keys } from "./keys";
import { useLive } from "./live";
import { Navigation } from "./navigation";
import { entryOf, PAGES } from "./pages";

/** The panel around a page: the navigation beside it, above it on a phone, and the keys that lead everywhere. */
export function Frame({ me, children }: { me: Schemas["Me"]; children: ReactNode }) {
  const [isOpen, open] = useState(false);
  const [helps, help] = useState(false);
  const path = usePathname();
  useLive(me.permissions.includes("conversations:read"));
  useShortcuts(me.permissions, () => help(true));
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[13.5rem_1fr]">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:left-4 focus:top-4 focus:z-50 focus:rounded-lg focus:bg-raised focus:px-4 focus:py-3"
      >
        Skip to the content
      </a>
      <header className="sticky top-0 z-20 flex items-center gap-3 border-b border-line bg-paper px-4 py-2 lg:hidden">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls="navigation"
          onClick={() => open(!isOpen)}
          className="-ml-2 flex min-h-11 items-center gap-2 rounded-lg px-2 font-semibold"
        >
          <Menu aria-hidden className="size-5" />
          Menu
        </button>
        <span className="ml-auto text-sm text-quiet">{entryOf(path)?.name}</span>
      </header>
      <Navigation me={me} isOpen={isOpen} onGo={() => open(false)} onHelp={() => help(true)} />
      <main id="main" tabIndex={-1} className="min-w-0 outline-none">
        {children}
      </main>
      <Help open={helps} onClose={() => help(false)} />
    </div>
  );
}

function useShortcuts(permissions: string[], help: () => void): void {
  const router = useRouter();
  const keys: Keys = { "?": { does: help, says: "This help" } };
  for (const { to, name, key, needs } of PAGES) {
    if (key && permissions.includes(needs)) keys[`g ${key}`] = { does: () => router.push(to), says: `Go to ${name}` };
  }
  useKeys(keys);
}
