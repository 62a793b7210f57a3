"use client";

import { classes } from "@hibachi/ui/classes";
import { oneOf, useAddresses } from "@/shell/address";
import { useIsLive } from "@/shell/live";
import { useWalk } from "@/shell/walk";
import { FilterBar } from "./filters";
import { CHANNELS, SHELVES, URGENCIES, useThreads, type Filters } from "./inbox";
import { ThreadList } from "./list";
import { Thread } from "./thread";

/** Every channel's threads on the left, the one that is open on the right; on a phone one of the two. */
export function InboxPage() {
  const { get, set } = useAddresses();
  const { live } = useIsLive();
  const filters: Filters = {
    shelf: oneOf(SHELVES, get("shelf"), "open"),
    channel: oneOf(CHANNELS, get("channel"), "any"),
    urgency: oneOf(URGENCIES, get("urgency"), "any"),
    q: get("q") ?? "",
  };
  const selected = get("id");
  const threads = useThreads(filters);
  useWalk((threads.rows ?? []).map(({ id }) => id), selected, (id) => set({ id }));
  return (
      <div className="lg:grid lg:h-dvh lg:grid-cols-[minmax(18rem,23rem)_1fr]">
        <h1 className="sr-only">Inbox</h1>
        <section
          aria-label="Threads"
          className={classes("flex min-h-0 flex-col border-line lg:border-r", selected && "max-lg:hidden")}
        >
          <header className="grid gap-3 border-b border-line p-4">
            <div className="flex items-baseline gap-3">
              <span aria-hidden className="font-display text-3xl font-semibold tracking-tight">
                Inbox
              </span>
              <span role="status" className={classes("ml-auto text-xs", live ? "text-leaf" : "text-quiet")}>
                {live ? "● Live" : "○ Connecting …"}
              </span>
            </div>
            <FilterBar filters={filters} onChange={(changed) => set({ ...changed, id: null })} />
          </header>
          <div className="min-h-0 grow overflow-y-auto" tabIndex={-1}>
            <ThreadList threads={threads} filters={filters} selected={selected} onSelect={(id) => set({ id })} />
          </div>
        </section>
        {selected ? (
          <Thread key={selected} id={selected} onBack={() => set({ id: null })} />
        ) : (
          <p className="hidden place-self-center text-quiet lg:block">Choose a thread, or press j for the first one.</p>
        )}
      </div>
  );
}
