"use client";

import { useQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Notice } from "@hibachi/ui/notice";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Loading } from "@/shell/loading";
import { Refusal } from "@/shell/refusal";
import { PARTIES } from "./api";
import type { Booking } from "./words";

/** Cancelling: what happens with the money is said first. */
export function CancelDialog({ party, onClose }: { party: Booking; onClose: () => void }) {
  const path = { booking_id: party.id };
  const preview = useQuery({
    queryKey: ["booking", party.id, "cancelling", party.revision],
    queryFn: () => answered(api.POST("/api/v1/admin/bookings/{booking_id}/cancel-preview", { params: { path } })),
    gcTime: 0,
  });
  const cancelling = useChange({
    call: (reason: string) =>
      answered(api.POST("/api/v1/admin/bookings/{booking_id}/cancel", { params: { path }, body: { reason, revision: preview.data?.revision } })),
    touches: PARTIES,
    done: "The party is cancelled; its time is free.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    cancelling.mutate(String(new FormData(event.currentTarget).get("reason")));
  };
  return (
    <Dialog title="Cancel the party" open onClose={onClose}>
      <Refusal error={preview.error} again={() => void preview.refetch()} />
      {preview.isPending ? <Loading what="what it means" lines={2} /> : null}
      {preview.data ? (
        <Notice kind={preview.data.allowed ? "plain" : "problem"} title={preview.data.sentence}>
          {preview.data.allowed ? "The time is free for others at once." : preview.data.reason?.next_step}
        </Notice>
      ) : null}
      {preview.data?.allowed ? (
        <form onSubmit={submit} className="grid gap-4">
          <Field label="Reason" name="reason" maxLength={200} required />
          <Refusal error={cancelling.error} />
          <Button type="submit" disabled={cancelling.isPending}>
            Yes, cancel it
          </Button>
        </form>
      ) : null}
    </Dialog>
  );
}
