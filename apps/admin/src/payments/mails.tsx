"use client";

import { useState } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { oneOf, useAddress } from "@/shell/address";
import { Badge, type Look } from "@/shell/badge";
import { Choice } from "@/shell/choice";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { useRows } from "@/shell/rows";
import { at, money, plain } from "@/shell/words";
import { AcceptDialog, DismissDialog } from "./mail-dialogs";
import { WHY } from "./reasons";
import { PartyLink } from "./party-link";

export type Mail = Schemas["Proposal"];
type State = Mail["state"];

const STATES: Record<State, string> = {
  waiting: "to be decided",
  suspect: "sender not proven",
  recorded: "recorded",
  dismissed: "dismissed",
  ignored: "nothing to do",
};
const LOOKS: Record<State, Look> = { waiting: "wait", suspect: "problem", recorded: "good", dismissed: "plain", ignored: "plain" };
const PAGE = 50;

/** What payment services wrote by e-mail: what waits for a decision with what it may be for, and what became of the rest. */
export function PaymentMails() {
  const [said, say] = useAddress("state");
  const state = oneOf(STATES, said, "waiting");
  const [deciding, decide] = useState<{ mail: Mail; as: "accept" | "dismiss" } | null>(null);
  const rows = useRows(["payments", "mails", state], async (before: string | null) => {
    const found = await answered(api.GET("/api/v1/admin/payments/notices", { params: { query: { state, before, limit: PAGE } } }));
    return { rows: found, next: found.length === PAGE ? (found.at(-1)?.id ?? null) : null };
  });
  const close = () => decide(null);
  return (
    <Panel title="Payment e-mails" actions={<Choice label="State" value={state} options={STATES} onChange={say} />}>
      <Listed what="e-mails" of={rows} empty={state === "waiting" ? "No e-mail waits. What matches one party to the cent is recorded by itself." : "None."}>
        {(mails) => (
          <ul className="grid gap-px bg-line">
            {mails.map((mail) => (
              <MailCard key={mail.id} mail={mail} onDecide={(as) => decide({ mail, as })} />
            ))}
          </ul>
        )}
      </Listed>
      {deciding?.as === "accept" ? <AcceptDialog mail={deciding.mail} onClose={close} /> : null}
      {deciding?.as === "dismiss" ? <DismissDialog mail={deciding.mail} onClose={close} /> : null}
    </Panel>
  );
}

function MailCard({ mail, onDecide }: { mail: Mail; onDecide: (as: "accept" | "dismiss") => void }) {
  const mayWrite = useMay("payments:write");
  return (
    <li className="grid gap-2 bg-raised p-4 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-lg font-semibold tabular-nums">{mailAmount(mail)}</span>
        <span>
          {mail.kind} by {plain(mail.method)} from {mail.payer ?? "somebody who is not named"}
        </span>
        <Badge look={LOOKS[mail.state]}>{STATES[mail.state]}</Badge>
        <span className="ml-auto text-quiet">{at(mail.arrived_at, new Date())}</span>
      </p>
      {mail.memo ? <p className="whitespace-pre-wrap">“{mail.memo}”</p> : null}
      <p className="break-words text-quiet">
        {mail.issuer}
        {mail.transaction_id ? ` · ${mail.transaction_id}` : ""}
        {mail.reason ? ` · ${WHY[mail.reason]}` : ""}
      </p>
      {mail.receivable_id ? (
        <p>
          For <PartyLink id={mail.receivable_id} name="its party" />
          {mail.decided_by ? `, by ${mail.decided_by}` : ", by itself"}
        </p>
      ) : null}
      {mail.note ? <p>{mail.note}</p> : null}
      {mail.state === "waiting" && mayWrite ? (
        <p className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => onDecide("accept")}>
            Record it
          </Button>
          <Button size="small" look="quiet" onClick={() => onDecide("dismiss")}>
            Dismiss
          </Button>
        </p>
      ) : null}
    </li>
  );
}

/** The amount as the mail has it; money of another country is named. */
export function mailAmount({ amount, currency }: Pick<Mail, "amount" | "currency">): string {
  if (amount === null) return "No amount";
  return currency && currency !== "USD" ? `${amount} ${currency}` : money(amount);
}
