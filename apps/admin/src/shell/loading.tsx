import { classes } from "@hibachi/ui/classes";

const WIDTHS = ["w-[90%]", "w-[76%]", "w-[62%]"] as const;

/** Something is on its way; said to a screen reader, and drawn as the lines that will stand there. */
export function Loading({ what, lines = 3 }: { what: string; lines?: number }) {
  return (
    <div role="status" className="grid gap-3 p-4">
      <span className="sr-only">Loading {what} …</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} aria-hidden className={classes("h-5 animate-pulse rounded-md bg-line/60", WIDTHS[line % WIDTHS.length])} />
      ))}
    </div>
  );
}
