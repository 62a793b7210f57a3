"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Notice } from "@hibachi/ui/notice";
import { Stepper } from "@hibachi/ui/stepper";
import { Area } from "@/shell/area";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Refusal } from "@/shell/refusal";
import { money } from "@/shell/words";
import { change, PARTIES, previewChange, type StaffChange } from "./api";
import { chosen, Dishes } from "./dishes";
import { Nearest, NotThen } from "./refused";
import type { Booking } from "./words";

/** Changing a party: what it would mean is said first, then it is done. Only what is different is sent. */
export function ChangeDialog({ party, onClose }: { party: Booking; onClose: () => void }) {
  const [wanted, want] = useState<StaffChange>({ waive_fee: false });
  const preview = useMutation({ mutationFn: (body: StaffChange) => previewChange(party.id, body) });
  const changing = useChange({
    call: (body: StaffChange) => change(party.id, body),
    touches: PARTIES,
    done: "The party is changed.",
    then: onClose,
  });
  const set = (part: Partial<StaffChange>) => {
    want((before) => ({ ...before, ...part }));
    preview.reset();
  };
  const said = preview.data;
  const isNothing = Object.keys(wanted).every((field) => field === "waive_fee");
  return (
    <Dialog title="Change the party" about="Deadlines do not bind you; a chef’s time does." open onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          preview.mutate(wanted);
        }}
      >
        <Fields party={party} wanted={wanted} set={set} />
        <Refusal error={preview.error} />
        <NotThen error={changing.error} onTake={(one) => set({ date: one.date, time: one.time })} />
        {said && !said.allowed ? (
          <Notice kind="problem" title={said.reason?.sentence ?? "This is not possible."}>
            {said.reason?.next_step}
            <Nearest openings={said.alternatives} onTake={(one) => set({ date: one.date, time: one.time })} />
          </Notice>
        ) : null}
        {said?.allowed ? (
          <Consequence
            lines={said.consequences}
            fee={said.reschedule_fee}
            waives={wanted.waive_fee ?? false}
            onWaive={(waive_fee) => want((before) => ({ ...before, waive_fee }))}
          />
        ) : null}
        {said?.allowed ? (
          <Button disabled={changing.isPending} onClick={() => changing.mutate({ ...wanted, revision: said.revision })}>
            Yes, change it
          </Button>
        ) : (
          <Button type="submit" look="quiet" disabled={isNothing || preview.isPending}>
            What would that be?
          </Button>
        )}
      </form>
    </Dialog>
  );
}

type FieldsProps = { party: Booking; wanted: StaffChange; set: (part: Partial<StaffChange>) => void };

function Fields({ party, wanted, set }: FieldsProps) {
  const dishes = chosen(party);
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Day" type="date" defaultValue={wanted.date ?? party.event_date} key={`d${wanted.date}`} onChange={(event) => set({ date: event.target.value || undefined })} />
        <Field label="Time" type="time" defaultValue={wanted.time ?? party.event_time} key={`t${wanted.time}`} onChange={(event) => set({ time: event.target.value || undefined })} />
      </div>
      <div>
        <Stepper label="Adults" value={wanted.adults ?? party.adults} onChange={(adults) => set({ adults })} />
        <Stepper label="Children" value={wanted.children ?? party.children} onChange={(children) => set({ children })} />
        <Stepper label="Toddlers" value={wanted.toddlers ?? party.toddlers} onChange={(toddlers) => set({ toddlers })} />
      </div>
      <Dishes
        value={{
          upgrades: wanted.upgrades ?? dishes.upgrades,
          extra_proteins: wanted.extra_proteins ?? dishes.extra_proteins,
          addons: wanted.addons ?? dishes.addons,
        }}
        onChange={set}
      />
      <div className="grid grid-cols-[1fr_7rem] gap-3">
        <Field label="Street address" defaultValue={party.location ?? ""} onChange={(event) => set({ location: event.target.value.trim() || undefined })} />
        <Field label="ZIP" defaultValue={party.zip_code} pattern="[0-9]{5}" onChange={(event) => set({ zip: /^\d{5}$/.test(event.target.value) ? event.target.value : undefined })} />
      </div>
      <Area
        label="Allergies and diets"
        hint="One a line."
        defaultValue={party.dietary.join("\n")}
        onChange={(event) => set({ dietary: event.target.value.split("\n").map((one) => one.trim()).filter(Boolean) })}
      />
      <Area label="Notes for the team" defaultValue={party.notes ?? ""} onChange={(event) => set({ notes: event.target.value })} />
    </>
  );
}

type ConsequenceProps = { lines: string[]; fee: string; waives: boolean; onWaive: (waives: boolean) => void };

function Consequence({ lines, fee, waives, onWaive }: ConsequenceProps) {
  return (
    <Notice kind="plain" title="This is what it means">
      <ul className="grid gap-1">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {Number(fee) > 0 ? (
        <label className="mt-2 flex items-center gap-2 font-semibold">
          <input type="checkbox" checked={waives} onChange={(event) => onWaive(event.target.checked)} className="size-4" />
          Waive the fee of {money(fee)}
        </label>
      ) : null}
    </Notice>
  );
}
