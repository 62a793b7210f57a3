"use client";

import { useRef, type FormEvent } from "react";
import { answered, api, newId, Refused, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Refusal } from "@/shell/refusal";
import { money } from "@/shell/words";
import { PARTIES } from "./api";
import { asAmount } from "./money-dialogs";
import type { Booking } from "./words";

type Entry = Schemas["LedgerEntry"];
type Given = { amount: string; reason: string };
type Props = { party: Booking; entry: Entry; onClose: () => void };

/** Where a payment came by the business's card service, the money itself goes back; else what staff gave back is recorded. */
export function RefundDialog(props: Props) {
  return props.entry.provider === "stripe" ? <ByCard {...props} /> : <ByHand {...props} />;
}

function ByCard({ party, entry, onClose }: Props) {
  const keyOf = useKeyOf();
  const refunding = useChange({
    call: (given: Given) => {
      const body = { receivable_id: party.id, entry_id: entry.id, ...given };
      const header = { "Idempotency-Key": keyOf.of(given) };
      return answered(api.POST("/api/v1/admin/payments/card-refunds", { params: { header }, body })).catch(keyOf.refused);
    },
    touches: PARTIES,
    done: "The money is on its way back to the card. It stands here once the bank has it.",
    then: onClose,
  });
  return (
    <Form entry={entry} about="The money goes back to the card by which it came." verb="Refund to the card" of={refunding} onClose={onClose} />
  );
}

/** One key for one wish: sent again, whatever became of the first answer, it is the same refund. A refused one is over. */
function useKeyOf() {
  const sent = useRef<{ said: string; key: string } | null>(null);
  return {
    of: (given: Given): string => {
      const said = JSON.stringify(given);
      if (sent.current?.said !== said) sent.current = { said, key: newId() };
      return sent.current.key;
    },
    refused: (error: Error): never => {
      if (error instanceof Refused && error.refusal.code !== "unreachable") sent.current = null;
      throw error;
    },
  };
}

function ByHand({ party, entry, onClose }: Props) {
  const refunding = useChange({
    call: (given: Given) => {
      const path = { booking_id: party.id, entry_id: entry.id };
      return answered(api.POST("/api/v1/admin/bookings/{booking_id}/payments/{entry_id}/refunds", { params: { path }, body: given }));
    },
    touches: PARTIES,
    done: "The refund is recorded.",
    then: onClose,
  });
  const about = "This records money that you gave back the way it came; the product moves none.";
  return <Form entry={entry} about={about} verb="Record the refund" of={refunding} onClose={onClose} />;
}

type Change = { mutate: (given: Given) => void; error: Error | null; isPending: boolean };

function Form({ entry, about, verb, of, onClose }: { entry: Entry; about: string; verb: string; of: Change; onClose: () => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    of.mutate({ amount: asAmount(String(given.get("amount"))), reason: String(given.get("reason")) });
  };
  return (
    <Dialog title={`Refund the ${entry.kind} of ${money(entry.amount)}`} about={about} open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Amount in dollars" name="amount" inputMode="decimal" pattern="\$?[0-9]+(\.[0-9]{1,2})?" defaultValue={entry.amount} required />
        <Field label="Reason" name="reason" maxLength={200} required />
        <Refusal error={of.error} />
        <Button type="submit" disabled={of.isPending}>
          {verb}
        </Button>
      </form>
    </Dialog>
  );
}
