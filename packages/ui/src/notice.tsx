import type { ReactNode } from "react";
import { classes } from "./classes";

type Props = { kind: "problem" | "good" | "plain"; title: string; children?: ReactNode };

const LOOKS = {
  problem: "border-ember bg-ember-soft",
  good: "border-leaf bg-leaf-soft",
  plain: "border-line bg-raised",
} as const;

/** Something that the reader must see: said to a screen reader too, at once when it is a problem. */
export function Notice({ kind, title, children }: Props) {
  return (
    <div role={kind === "problem" ? "alert" : "status"} className={classes("rounded-xl border-l-4 p-4", LOOKS[kind])}>
      <p className="font-semibold">{title}</p>
      {children ? <div className="mt-1 text-sm">{children}</div> : null}
    </div>
  );
}
