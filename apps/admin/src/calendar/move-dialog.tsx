"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Choice } from "@/shell/choice";
import { Dialog } from "@/shell/dialog";
import { money } from "@/shell/words";
import type { Booking } from "@/parties/words";
import { columnsOf, placeOf, type Range } from "./board";
import type { Mover } from "./move";

type Props = { party: Booking; range: Range; mover: Mover; onClose: () => void };

/** Moving by the keyboard: another day, time or chef; the server decides as it does for a drag. */
export function MoveDialog({ party, range, mover, onClose }: Props) {
  const from = placeOf(party);
  const chefs = Object.fromEntries(columnsOf(range).flatMap(({ chef, name }) => (chef === null ? [] : [[String(chef), name]])));
  const [chef, choose] = useState(String(from.chef ?? Object.keys(chefs)[0]));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    onClose();
    void mover.move(party, { date: String(given.get("date")), time: String(given.get("time")), chef: Number(chef) });
  };
  return (
    <Dialog title={`Move ${party.name ?? "the party"}`} open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Day" name="date" type="date" defaultValue={from.date} required />
        <Field label="Time" name="time" type="time" defaultValue={from.time} required hint="Where the party is." />
        <Choice label="Chef" value={chef} options={chefs} onChange={choose} />
        <Button type="submit">Move it</Button>
      </form>
    </Dialog>
  );
}

/** A move that costs the customer something waits for a yes, with or without the fee. */
export function FeeDialog({ mover }: { mover: Mover }) {
  const { asked } = mover;
  if (!asked) return null;
  const { party, to, revision } = asked;
  return (
    <Dialog title="This move costs a fee" open onClose={mover.back} about={asked.consequences.join(" ")}>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => void mover.write(party, to, revision, false)}>
          Move and charge {money(asked.fee)}
        </Button>
        <Button size="small" look="quiet" onClick={() => void mover.write(party, to, revision, true)}>
          Move without the fee
        </Button>
        <Button size="small" look="plain" onClick={mover.back}>
          Leave it
        </Button>
      </div>
    </Dialog>
  );
}
