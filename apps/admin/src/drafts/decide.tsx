"use client";

import { useState, type FormEvent, type ReactNode } from "react";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Area } from "@/shell/area";
import { Dialog } from "@/shell/dialog";
import { useKeys } from "@/shell/keys";
import { useDecisions, type Detail } from "./drafts";

type Props = { detail: Detail; original: ReactNode; onDecided: (question: string | null) => void };

/** The machine's text beside one's own, and the three decisions. What was changed is kept before it can be sent. */
export function Decide({ detail, original, onDecided }: Props) {
  const kept = detail.edited_text ?? detail.text;
  const [text, write] = useState(kept);
  const [confirms, confirm] = useState(false);
  const [rejects, reject] = useState(false);
  const decisions = useDecisions(detail.id, onDecided);
  const isPending = detail.status === "pending";
  const isChanged = text !== kept;
  const maySend = isPending && !isChanged && (detail.unsupported.length === 0 || confirms) && !decisions.approve.isPending;
  const approve = () => decisions.approve.mutate({ digest: detail.digest, confirm_amounts: confirms });
  useKeys(maySend ? { a: { does: approve, says: "Approve and send" } } : {});
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 xl:grid-cols-2">
        <section aria-label="The concierge’s words" className="grid content-start gap-1.5">
          <h3 className="text-sm font-semibold">The concierge’s words</h3>
          <div className="rounded-xl border border-line bg-leaf-soft/60 p-3">{original}</div>
        </section>
        <Area
          label="Yours"
          rows={9}
          maxLength={4000}
          value={text}
          readOnly={!isPending}
          onChange={(event) => write(event.target.value)}
          hint={detail.edit_reason ? `Edited: ${detail.edit_reason}` : "Change it here; what you keep replaces the other."}
        />
      </div>
      {isPending && detail.unsupported.length > 0 ? (
        <Unsupported amounts={detail.unsupported} confirms={confirms} onConfirm={confirm} />
      ) : null}
      {isPending ? (
        <div className="flex flex-wrap items-end gap-2">
          {isChanged ? (
            <Keep isBusy={decisions.edit.isPending} onKeep={(reason) => decisions.edit.mutate({ content: text, reason })} onUndo={() => write(kept)} />
          ) : (
            <Button disabled={!maySend} onClick={approve}>
              Approve and send
            </Button>
          )}
          <Button look="quiet" onClick={() => reject(true)}>
            Reject
          </Button>
        </div>
      ) : null}
      <Rejecting open={rejects} onClose={() => reject(false)} onReason={(reason) => decisions.reject.mutate(reason, { onSettled: () => reject(false) })} />
    </div>
  );
}

function Keep({ isBusy, onKeep, onUndo }: { isBusy: boolean; onKeep: (reason: string) => void; onUndo: () => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onKeep(String(new FormData(event.currentTarget).get("reason")));
  };
  return (
    <form onSubmit={submit} className="flex grow flex-wrap items-end gap-2">
      <Field label="Why" name="reason" required maxLength={255} className="min-w-48 grow" />
      <Button type="submit" disabled={isBusy}>
        Keep the edit
      </Button>
      <Button look="quiet" onClick={onUndo}>
        Undo it
      </Button>
    </form>
  );
}

function Unsupported({ amounts, confirms, onConfirm }: { amounts: string[]; confirms: boolean; onConfirm: (yes: boolean) => void }) {
  return (
    <label className="flex max-w-prose items-start gap-3 rounded-xl border-l-4 border-honey bg-honey-soft p-3 text-sm">
      <input type="checkbox" checked={confirms} onChange={(event) => onConfirm(event.target.checked)} className="mt-1 size-4 accent-ember" />
      <span>
        No fact of this turn holds <strong>{amounts.join(", ")}</strong>. I have checked and vouch for it.
      </span>
    </label>
  );
}

function Rejecting({ open, onClose, onReason }: { open: boolean; onClose: () => void; onReason: (reason: string) => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onReason(String(new FormData(event.currentTarget).get("reason")));
  };
  return (
    <Dialog title="Reject the reply" about="It is never sent, and the conversation is yours: answer the customer yourself." open={open} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Why" name="reason" required maxLength={500} />
        <Button type="submit">Reject it</Button>
      </form>
    </Dialog>
  );
}
