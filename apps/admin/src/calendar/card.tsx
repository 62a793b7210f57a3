"use client";

import { GripVertical } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/shell/badge";
import { useMay } from "@/shell/me";
import { clock, elsewhere, guests, LOOK, STATUS, type Booking } from "@/parties/words";

type Props = { party: Booking; home: string; isMoving: boolean; onMove: () => void };

export const DRAGGED = "application/x-party";

/** One party on the board: dragged by its body, or moved by its button, which a keyboard reaches. */
export function Card({ party, home, isMoving, onMove }: Props) {
  const may = useMay("bookings:write") && ["held", "deposit_pending", "confirmed"].includes(party.status);
  const name = party.name ?? "Without a name";
  return (
    <article
      aria-label={`${name}, ${clock(party.event_time)}`}
      data-party={party.id}
      draggable={may}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, party.id);
        event.dataTransfer.effectAllowed = "move";
      }}
      aria-busy={isMoving}
      className="grid gap-1 rounded-lg border border-line bg-paper p-2 text-sm shadow-sm aria-busy:opacity-60 [&[draggable=true]]:cursor-grab"
    >
      <div className="flex items-start gap-1">
        <Link href={{ pathname: "/bookings", query: { id: party.id } }} className="mr-auto font-semibold underline-offset-2 hover:underline">
          {name}
        </Link>
        {may ? (
          <button type="button" aria-label={`Move ${name}`} title="Move" onClick={onMove} className="grid size-6 place-items-center rounded text-quiet hover:text-ink">
            <GripVertical aria-hidden className="size-4" />
          </button>
        ) : null}
      </div>
      <p className="text-quiet">
        {clock(party.event_time)}
        {elsewhere(party.zone, home)} · {guests(party)} · {party.zip_code}
      </p>
      <div className="flex flex-wrap gap-1">
        <Badge look={LOOK[party.status]}>{STATUS[party.status]}</Badge>
        {party.dietary.length > 0 ? <Badge look="wait">allergies</Badge> : null}
      </div>
    </article>
  );
}
