"use client";

import type { FormEvent } from "react";
import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { PARTIES } from "./api";
import { NotThen } from "./refused";
import type { Booking } from "./words";

/** Another time, without a fee, for a party whose deposit met a taken one. */
export function PlaceDialog({ party, onClose }: { party: Booking; onClose: () => void }) {
  const placing = useChange({
    call: (body: { date: string; time: string }) =>
      answered(api.POST("/api/v1/admin/bookings/{booking_id}/place", { params: { path: { booking_id: party.id } }, body })),
    touches: PARTIES,
    done: "The party has its time.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    placing.mutate({ date: String(given.get("date")), time: String(given.get("time")) });
  };
  return (
    <Dialog title="Give it another time" about="The deposit is there and the time is gone. Another time costs no fee." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Day" name="date" type="date" defaultValue={party.event_date} required />
        <Field label="Time" name="time" type="time" defaultValue={party.event_time} required />
        <NotThen error={placing.error} onTake={(one) => placing.mutate({ date: one.date, time: one.time })} />
        <Button type="submit" disabled={placing.isPending}>
          Place it
        </Button>
      </form>
    </Dialog>
  );
}
