"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { asAmount } from "@/parties/money-dialogs";
import { PARTIES } from "@/parties/api";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Refusal } from "@/shell/refusal";
import { day, money } from "@/shell/words";
import { mailAmount, type Mail } from "./mails";
import { KNOWN } from "./reasons";

const SHORTEST_SEARCH = 2;
type Party = { id: string; name: string; about: string };

/** Say for which party the payment of a mail is: one that it may be for, or one that is looked up. */
export function AcceptDialog({ mail, onClose }: { mail: Mail; onClose: () => void }) {
  const [searched, search] = useState("");
  const [chosen, choose] = useState<string | null>(mail.candidates[0]?.receivable_id ?? null);
  const found = useParties(searched);
  const accepting = useChange({
    call: ({ booking_id, amount, note }: { booking_id: string; amount: string | null; note: string | null }) => {
      const path = { notice_id: mail.id };
      return answered(api.POST("/api/v1/admin/payments/notices/{notice_id}/accept", { params: { path }, body: { booking_id, amount, note } }));
    },
    touches: PARTIES,
    done: "The payment is recorded.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = (name: string) => String(new FormData(event.currentTarget).get(name) ?? "").trim() || null;
    const typed = said("amount");
    if (chosen) accepting.mutate({ booking_id: chosen, amount: typed ? asAmount(typed) : null, note: said("note") });
  };
  const parties = [...mail.candidates.map(asParty), ...found.filter(({ id }) => !mail.candidates.some((one) => one.receivable_id === id))];
  const needsAmount = mail.amount === null || mail.currency !== "USD";
  return (
    <Dialog title={`Record ${mailAmount(mail)} for a party`} about={mail.memo ? `The memo says: “${mail.memo}”` : "It has no memo."} open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Another party" placeholder="name, phone, ZIP or reference" value={searched} onChange={(event) => search(event.target.value)} />
        <fieldset className="grid gap-2">
          <legend className="mb-1 text-sm font-semibold">For</legend>
          {parties.length === 0 ? <p className="text-sm text-quiet">It may be for no party that is known. Look one up.</p> : null}
          {parties.map(({ id, name, about }) => (
            <label key={id} className="flex items-start gap-3 rounded-lg border border-line p-3 text-sm">
              <input type="radio" name="party" className="mt-1" checked={chosen === id} onChange={() => choose(id)} />
              <span>
                <span className="font-semibold">{name}</span>
                <span className="block text-quiet">{about}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {needsAmount ? (
          <Field label="Amount in dollars" name="amount" inputMode="decimal" pattern="\$?[0-9]+(\.[0-9]{1,2})?" required hint="As it stands in the account." />
        ) : null}
        <Field label="Note" name="note" maxLength={200} />
        <Refusal error={accepting.error} />
        <Button type="submit" disabled={!chosen || accepting.isPending}>
          Record it
        </Button>
      </form>
    </Dialog>
  );
}

/** Say that nothing of a mail is to be recorded, and why. */
export function DismissDialog({ mail, onClose }: { mail: Mail; onClose: () => void }) {
  const dismissing = useChange({
    call: (reason: string) =>
      answered(api.POST("/api/v1/admin/payments/notices/{notice_id}/dismiss", { params: { path: { notice_id: mail.id } }, body: { reason } })),
    touches: [["payments"], ["audit"]],
    done: "The e-mail is dismissed.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    dismissing.mutate(String(new FormData(event.currentTarget).get("reason")));
  };
  return (
    <Dialog title={`Dismiss ${mailAmount(mail)}`} about="Nothing is recorded. The e-mail stays in the list of the dismissed." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Reason" name="reason" maxLength={200} required />
        <Refusal error={dismissing.error} />
        <Button type="submit" disabled={dismissing.isPending}>
          Dismiss it
        </Button>
      </form>
    </Dialog>
  );
}

function asParty({ receivable_id, payer, reference, owed, by, settled }: Mail["candidates"][number]): Party {
  const open = settled ? "nothing to pay" : `${money(owed)} to pay`;
  return { id: receivable_id, name: payer ?? reference, about: `${reference}, ${open}; known by ${by.map((one) => KNOWN[one]).join(", ")}` };
}

function useParties(searched: string): Party[] {
  const q = searched.trim();
  const { data } = useQuery({
    queryKey: ["bookings", "found", q],
    queryFn: () => answered(api.GET("/api/v1/admin/bookings", { params: { query: { q, limit: 5 } } })),
    enabled: q.length >= SHORTEST_SEARCH,
  });
  return (data?.bookings ?? []).map(({ id, name, event_date, balance }) => ({
    id,
    name: name ?? "A party without a name",
    about: `${day(event_date)}, ${money(balance)} to pay`,
  }));
}
