"use client";

import { classes } from "@hibachi/ui/classes";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { clock, day } from "@/facts/words";
import type { Opening } from "./hold";
import { daysOf, shifted, type Month } from "./openings";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

type Props = {
  month: Month;
  openings: Opening[];
  loading: boolean;
  chosen: string | null;
  onMonth: (month: Month) => void;
  onDay: (date: string) => void;
};

/** A month: days with a free start can be pressed. */
export function Calendar({ month, openings, loading, chosen, onMonth, onDay }: Props) {
  const free = new Set(openings.map((one) => one.date));
  const days = daysOf(month);
  const first = new Date(`${days[0]}T00:00:00Z`).getUTCDay();
  return (
    <div>
      <div className="flex items-center justify-between">
        <Turn label="The month before" onClick={() => onMonth(shifted(month, -1))}>
          <ChevronLeft aria-hidden />
        </Turn>
        <h3 aria-live="polite" className="text-xl font-semibold">
          {named(month)}
        </h3>
        <Turn label="The next month" onClick={() => onMonth(shifted(month, 1))}>
          <ChevronRight aria-hidden />
        </Turn>
      </div>
      <div aria-hidden className="mt-3 grid grid-cols-7 text-center text-sm text-quiet">
        {WEEKDAYS.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <div aria-busy={loading} className={classes("mt-1 grid grid-cols-7 gap-1", loading && "opacity-50")}>
        {days.map((date, at) => (
          <button
            key={date}
            type="button"
            style={at === 0 ? { gridColumnStart: first + 1 } : undefined}
            disabled={!free.has(date)}
            aria-pressed={date === chosen}
            aria-label={`${day(date)}${free.has(date) ? "" : ", nothing free"}`}
            onClick={() => onDay(date)}
            className="grid aspect-square min-h-10 place-items-center rounded-xl text-base tabular-nums enabled:border enabled:border-line enabled:bg-raised enabled:font-semibold enabled:hover:border-ember disabled:text-quiet disabled:line-through aria-pressed:bg-ember aria-pressed:text-ember-ink"
          >
            {Number(date.slice(8))}
          </button>
        ))}
      </div>
    </div>
  );
}

/** "2026-12" → "December 2026". */
function named(month: Month): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString("en-US", { month: "long", year: "numeric", timeZone: "UTC" });
}

function Turn({ label, onClick, children }: { label: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <button type="button" aria-label={label} onClick={onClick} className="grid size-11 place-items-center rounded-full hover:bg-raised">
      {children}
    </button>
  );
}

type TimesProps = { openings: Opening[]; busy: boolean; onTime: (opening: Opening) => void };

/** The free starts of a day. */
export function Times({ openings, busy, onTime }: TimesProps) {
  return (
    <ul className="flex flex-wrap gap-2">
      {openings.map((one) => (
        <li key={one.start}>
          <button
            type="button"
            disabled={busy}
            onClick={() => onTime(one)}
            className="min-h-12 rounded-full border border-line bg-raised px-5 text-lg font-semibold hover:border-ember disabled:opacity-50"
          >
            {clock(one.time)}
          </button>
        </li>
      ))}
    </ul>
  );
}
