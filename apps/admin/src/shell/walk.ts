"use client";

import { useKeys } from "./keys";

/** Where j (+1) and k (-1) lead in a list; stays inside it, and begins at its start. */
export function stepTo(ids: string[], selected: string | null, by: 1 | -1): string | null {
  const at = selected === null ? -1 : ids.indexOf(selected);
  if (at === -1) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))] ?? null;
}

/** j and k walk through a list; Escape leaves what is open. */
export function useWalk(ids: string[], selected: string | null, select: (id: string | null) => void): void {
  const go = (by: 1 | -1) => {
    const next = stepTo(ids, selected, by);
    if (next === null) return;
    select(next);
    document.querySelector(`[data-id="${CSS.escape(next)}"]`)?.scrollIntoView({ block: "nearest" });
  };
  useKeys({
    j: { does: () => go(1), says: "The next one in the list" },
    k: { does: () => go(-1), says: "The one before" },
    Escape: { does: () => select(null), says: "Close what is open" },
  });
}
