"use client";

import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Notice } from "@hibachi/ui/notice";
import { useChange } from "@/shell/change";
import { Choice } from "@/shell/choice";
import { Dialog } from "@/shell/dialog";
import { Refusal } from "@/shell/refusal";
import { money } from "@/shell/words";
import { PARTIES } from "./api";
import type { Booking } from "./words";

type Method = Schemas["NewPayment"]["method"];
type Purpose = "deposit" | "balance" | "tip";
type Taken = Schemas["PaymentTaken"];

export const METHODS: Record<Method, string> = {
  cash: "cash",
  check: "check",
  venmo: "Venmo",
  zelle: "Zelle",
  cash_app: "Cash App",
  paypal: "PayPal",
  card: "card",
  bank: "bank",
  other: "other",
};
const PURPOSES: Record<Purpose | "", string> = { "": "deposit first, then the balance", deposit: "deposit", balance: "balance", tip: "tip" };

/** An amount as it is typed ("100", "100.5") in the form that the API takes; what is none is left to the API to refuse. */
export function asAmount(typed: string): string {
  const [whole = "", cents = ""] = typed.trim().replace(/^\$/, "").split(".");
  return `${whole || "0"}.${cents.padEnd(2, "0")}`;
}

/** Money that came: it is always recorded, and what is then to be done is said. */
export function RecordDialog({ party, onClose }: { party: Booking; onClose: () => void }) {
  const [method, chooseMethod] = useState<Method>("cash");
  const [kind, chooseKind] = useState<Purpose | "">("");
  const [taken, tell] = useState<Taken | null>(null);
  const recording = useChange({
    call: (body: Schemas["NewPayment"]) =>
      answered(api.POST("/api/v1/admin/bookings/{booking_id}/payments", { params: { path: { booking_id: party.id } }, body })),
    touches: PARTIES,
    done: "The payment is recorded.",
    then: (answer) => (answer.to_do ? tell(answer) : onClose()),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = (name: string) => String(new FormData(event.currentTarget).get(name)).trim() || null;
    const amount = asAmount(said("amount") ?? "");
    recording.mutate({ amount, method, kind: kind || null, transaction_id: said("transaction"), note: said("note") });
  };
  return (
    <Dialog title="Record a payment" about={`${party.name ?? "The party"} has ${money(party.balance)} to pay.`} open onClose={onClose}>
      {taken?.to_do ? (
        <Notice kind="problem" title={taken.to_do.sentence}>
          {taken.to_do.next_step}
        </Notice>
      ) : (
        <form onSubmit={submit} className="grid gap-4">
          <Field label="Amount in dollars" name="amount" inputMode="decimal" pattern="\$?[0-9]+(\.[0-9]{1,2})?" placeholder="100.00" required />
          <Choice label="How it came" value={method} options={METHODS} onChange={chooseMethod} />
          <Choice label="For" value={kind} options={PURPOSES} onChange={chooseKind} />
          <Field label="Transaction number" name="transaction" maxLength={200} hint="The same number recorded twice is one payment." />
          <Field label="Note" name="note" maxLength={200} />
          <Refusal error={recording.error} />
          <Button type="submit" disabled={recording.isPending}>
            Record it
          </Button>
        </form>
      )}
    </Dialog>
  );
}
