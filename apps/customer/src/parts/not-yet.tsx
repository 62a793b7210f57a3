"use client";

import { useReady } from "@hibachi/ui/ready";
import type { ReactNode } from "react";

/** A form that stands in the built page: seen at once and in its place, its fields shut until the page has come to life. */
export function NotYet({ children }: { children: ReactNode }) {
  const ready = useReady();
  return (
    <fieldset disabled={!ready} aria-busy={!ready} className="contents">
      {children}
    </fieldset>
  );
}
