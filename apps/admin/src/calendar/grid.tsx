"use client";

import { day } from "@/shell/words";
import { clock, type Booking } from "@/parties/words";
import { columnsOf, rowsOf, type Range } from "./board";
import { Cell } from "./cell";
import { run } from "./days";
import type { Mover } from "./move";

type Props = { range: Range; mover: Mover; onMove: (party: Booking) => void; onBlock: (id: string) => void; onDay: (date: string) => void };

/** Chefs as columns. Of a week each row is a day, of a day each row is a time. */
export function Board(props: Props) {
  const { range, onDay } = props;
  const isDay = range.first === range.last;
  const columns = columnsOf(range);
  const rows = isDay ? rowsOf(range, props.mover.moving, range.first) : run(range.first, 7);
  return (
    <div role="region" aria-label="Calendar" tabIndex={0} className="overflow-x-auto rounded-xl border border-line bg-raised">
      <table className="w-full table-fixed border-collapse text-left" style={{ minWidth: `${7 + columns.length * 12}rem` }}>
        <caption className="sr-only">{isDay ? "Times and chefs" : "Days and chefs"}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-28 p-2 text-sm font-medium text-quiet">
              {isDay ? "Time" : "Day"}
            </th>
            {columns.map(({ chef, name }) => (
              <th key={chef ?? "none"} scope="col" className="border-l border-line p-2 text-sm font-semibold">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row} className="border-t border-line">
              <th scope="row" className="whitespace-nowrap p-2 align-top text-sm font-semibold">
                {isDay ? (
                  clock(row)
                ) : (
                  <button type="button" className="text-left underline-offset-2 hover:underline" onClick={() => onDay(row)}>
                    {day(row)}
                  </button>
                )}
              </th>
              {columns.map(({ chef }) => (
                <Cell key={chef ?? "none"} {...props} date={isDay ? range.first : row} time={isDay ? row : undefined} chef={chef} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
