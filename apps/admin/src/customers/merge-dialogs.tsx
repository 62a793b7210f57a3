"use client";

import { useQuery } from "@tanstack/react-query";
import type { FormEvent, ReactNode } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Notice } from "@hibachi/ui/notice";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Loading } from "@/shell/loading";
import { Refusal } from "@/shell/refusal";
import { moved } from "./moves";

type Customer = Schemas["Customer"];

const TOUCHED = [["customers"], ["customer"], ["duplicates"], ["bookings"], ["conversations"], ["audit"]];

/** Two records become one person: who remains and what moves is said first. */
export function MergeDialog({ kept, gone, onClose }: { kept: Customer; gone: Customer; onClose: () => void }) {
  const path = { customer_id: kept.id };
  const preview = useQuery({
    queryKey: ["customer", kept.id, "merging", gone.id],
    queryFn: () => answered(api.POST("/api/v1/admin/customers/{customer_id}/merge-preview", { params: { path }, body: { gone: gone.id } })),
    gcTime: 0,
  });
  const merging = useChange({
    call: (reason: string) => answered(api.POST("/api/v1/admin/customers/{customer_id}/merge", { params: { path }, body: { gone: gone.id, reason } })),
    touches: TOUCHED,
    done: "They are one person now. It can be undone.",
    then: onClose,
  });
  return (
    <Dialog title="Make them one person" open onClose={onClose}>
      <Refusal error={preview.error} />
      {preview.isPending ? <Loading what="what would move" lines={2} /> : null}
      {preview.data ? (
        <>
          <Notice kind="plain" title={`${nameOf(preview.data.kept)} remains.`}>
            <Moves from={nameOf(preview.data.gone)} moves={preview.data.moves} />
          </Notice>
          <WithReason label="How do you know?" words="Yes, they are one" busy={merging.isPending} error={merging.error} onSubmit={merging.mutate} />
        </>
      ) : null}
    </Dialog>
  );
}

/** Two people again: what goes back and what cannot is said first. */
export function UndoDialog({ merge, onClose }: { merge: Schemas["MergeDetail"]; onClose: () => void }) {
  const path = { merge_id: merge.id };
  const preview = useQuery({
    queryKey: ["customer", merge.kept, "parting", merge.id],
    queryFn: () => answered(api.POST("/api/v1/admin/customers/merges/{merge_id}/undo-preview", { params: { path } })),
    gcTime: 0,
  });
  const parting = useChange({
    call: (reason: string) => answered(api.POST("/api/v1/admin/customers/merges/{merge_id}/undo", { params: { path }, body: { reason } })),
    touches: TOUCHED,
    done: "They are two people again.",
    then: onClose,
  });
  return (
    <Dialog title="Part them again" open onClose={onClose}>
      <Refusal error={preview.error} />
      {preview.isPending ? <Loading what="what would go back" lines={2} /> : null}
      {preview.data ? (
        <>
          <Notice kind="plain" title={`${nameOf(preview.data.kept)} and ${nameOf(preview.data.gone)} are two again.`}>
            <Moves from={nameOf(preview.data.kept)} moves={preview.data.moves} />
          </Notice>
          {preview.data.not_restored.length > 0 ? (
            <Notice kind="problem" title="Not everything can be as it was">
              {preview.data.not_restored.map((one) => (
                <p key={one.row_id}>{one.not_restored}</p>
              ))}
            </Notice>
          ) : null}
          <WithReason label="Why was it wrong?" words="Yes, part them" busy={parting.isPending} error={parting.error} onSubmit={parting.mutate} />
        </>
      ) : null}
    </Dialog>
  );
}

function Moves({ from, moves }: { from: string; moves: Record<string, number> }): ReactNode {
  const said = moved(moves);
  return said.length === 0 ? <p>Nothing moves.</p> : <p>From {from}: {said.join(", ")}.</p>;
}

type ReasonProps = { label: string; words: string; busy: boolean; error: Error | null; onSubmit: (reason: string) => void };

function WithReason({ label, words, busy, error, onSubmit }: ReasonProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(String(new FormData(event.currentTarget).get("reason")));
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label={label} name="reason" maxLength={500} required />
      <Refusal error={error} />
      <Button type="submit" disabled={busy}>
        {words}
      </Button>
    </form>
  );
}

function nameOf({ name, phone, email }: Customer): string {
  return name ?? phone ?? email ?? "Somebody without a name";
}
