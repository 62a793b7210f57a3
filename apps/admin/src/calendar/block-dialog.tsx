"use client";

import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Choice } from "@/shell/choice";
import { Dialog } from "@/shell/dialog";
import { Refusal } from "@/shell/refusal";
import { useChange } from "@/shell/change";
import { columnsOf, hours, type Range, type Span } from "./board";
import { instantIn } from "./days";

const CALENDAR = [["calendar"], ["audit"]];

/** Keep a chef free of parties for some hours; a party that is there has to be moved first. */
export function NewBlock({ range, onClose }: { range: Range; onClose: () => void }) {
  const chefs = Object.fromEntries(columnsOf(range).flatMap(({ chef, name }) => (chef === null ? [] : [[String(chef), name]])));
  const [chef, choose] = useState(Object.keys(chefs)[0] ?? "");
  const blocking = useChange({
    call: (body: Schemas["NewBlock"]) => answered(api.POST("/api/v1/admin/blocks", { body })),
    touches: CALENDAR,
    done: "Blocked.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = (name: string) => String(new FormData(event.currentTarget).get(name));
    const start = instantIn(range.zone, said("first"), said("from"));
    const end = instantIn(range.zone, said("last"), said("to"));
    blocking.mutate({ chef_id: Number(chef), start, end, note: said("note") });
  };
  return (
    <Dialog title="Block a chef" about="No party comes to the chef in that time." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Choice label="Chef" value={chef} options={chefs} onChange={choose} />
        <div className="grid grid-cols-2 gap-3">
          <Field label="From day" name="first" type="date" defaultValue={range.first} required />
          <Field label="From time" name="from" type="time" defaultValue="10:00" required />
          <Field label="Until day" name="last" type="date" defaultValue={range.first} required />
          <Field label="Until time" name="to" type="time" defaultValue="23:00" required />
        </div>
        <Field label="Why" name="note" maxLength={500} placeholder="Day off" />
        <Refusal error={blocking.error} />
        <Button type="submit" disabled={blocking.isPending}>
          Block
        </Button>
      </form>
    </Dialog>
  );
}

/** A block as it stands, and the way to lift it. */
export function ShownBlock({ span, zone, onClose }: { span: Span; zone: string; onClose: () => void }) {
  const lifting = useChange({
    call: (id: string) => answered(api.DELETE("/api/v1/admin/blocks/{block_id}", { params: { path: { block_id: id } } })),
    touches: CALENDAR,
    done: "The block is lifted.",
    then: onClose,
  });
  return (
    <Dialog title="Block" about={`${hours(span, zone)}${span.note ? ` · ${span.note}` : ""}`} open onClose={onClose}>
      <Refusal error={lifting.error} />
      <Button look="quiet" disabled={lifting.isPending} onClick={() => lifting.mutate(span.id)}>
        Lift the block
      </Button>
    </Dialog>
  );
}
