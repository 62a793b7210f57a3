"use client";

import { Choice } from "@/shell/choice";
import { Search } from "@/shell/search";
import { CHANNELS, SHELVES, URGENCIES, type Filters } from "./inbox";

type Props = { filters: Filters; onChange: (changed: Partial<Record<keyof Filters, string | null>>) => void };

/** Which threads: by state, channel and priority, and by words. */
export function FilterBar({ filters, onChange }: Props) {
  return (
    <div className="grid gap-2">
      <Search label="Search names, numbers, words" value={filters.q} onChange={(q) => onChange({ q })} />
      <div className="grid grid-cols-2 gap-2">
        <div className="col-span-2">
          <Choice isBare label="State" value={filters.shelf} options={SHELVES} onChange={(shelf) => onChange({ shelf })} />
        </div>
        <Choice isBare label="Channel" value={filters.channel} options={CHANNELS} onChange={(channel) => onChange({ channel })} />
        <Choice isBare label="Priority" value={filters.urgency} options={URGENCIES} onChange={(urgency) => onChange({ urgency })} />
      </div>
    </div>
  );
}
