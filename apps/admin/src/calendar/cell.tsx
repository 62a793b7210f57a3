"use client";

import { useState } from "react";
import { classes } from "@hibachi/ui/classes";
import type { Booking } from "@/parties/words";
import { blocksOn, hours, partiesIn, placeOf, type Place, type Range } from "./board";
import { Card, DRAGGED } from "./card";
import type { Mover } from "./move";

type Props = {
  range: Range;
  mover: Mover;
  date: string;
  chef: number | null;
  /** The row's time; without one the cell is a whole day, and a party keeps its time there. */
  time?: string;
  onMove: (party: Booking) => void;
  onBlock: (id: string) => void;
};

/** One chef at one day (or time): parties, blocks, and where a party can be dropped. */
export function Cell({ range, mover, date, chef, time, onMove, onBlock }: Props) {
  const [isOver, over] = useState(false);
  const parties = partiesIn(range, mover.moving, { date, chef, time });
  const blocks = time && time !== range.slots[0] ? [] : blocksOn(range, chef, date);
  const drop = (id: string) => {
    const party = range.bookings.find((one) => one.id === id);
    if (!party) return;
    const to: Place = { date, time: time ?? party.event_time, chef };
    const from = placeOf(party);
    if (from.date !== to.date || from.time !== to.time || from.chef !== to.chef) void mover.move(party, to);
  };
  return (
    <td
      data-cell={`${date} ${time ?? "day"} ${chef ?? "none"}`}
      onDragOver={(event) => {
        if (chef === null || !event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        over(true);
      }}
      onDragLeave={() => over(false)}
      onDrop={(event) => {
        event.preventDefault();
        over(false);
        drop(event.dataTransfer.getData(DRAGGED));
      }}
      className={classes("h-16 min-w-44 border-l border-line p-1.5 align-top", isOver && "bg-ember-soft")}
    >
      <div className="grid gap-1.5">
        {blocks.map((block) => (
          <button
            key={block.id}
            type="button"
            onClick={() => onBlock(block.id)}
            className="rounded-lg border border-dashed border-quiet px-2 py-1 text-left text-sm text-quiet hover:border-ink hover:text-ink"
          >
            Blocked {hours(block, range.zone)}
            {block.note ? <span className="block">{block.note}</span> : null}
          </button>
        ))}
        {parties.map((party) => (
          <Card key={party.id} party={party} home={range.zone} isMoving={mover.moving?.id === party.id} onMove={() => onMove(party)} />
        ))}
      </div>
    </td>
  );
}
