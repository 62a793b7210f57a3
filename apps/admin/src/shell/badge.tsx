import type { ReactNode } from "react";
import { classes } from "@hibachi/ui/classes";

const LOOKS = {
  plain: "bg-paper text-quiet ring-line",
  good: "bg-leaf-soft text-leaf ring-transparent",
  wait: "bg-honey-soft text-honey ring-transparent",
  problem: "bg-ember-soft text-ember ring-transparent",
} as const;

export type Look = keyof typeof LOOKS;

/** A state in a word. */
export function Badge({ look = "plain", children }: { look?: Look; children: ReactNode }) {
  return (
    <span className={classes("inline-flex items-center whitespace-nowrap rounded-md px-2 py-0.5 text-xs font-semibold ring-1 ring-inset", LOOKS[look])}>
      {children}
    </span>
  );
}
