"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Badge } from "@/shell/badge";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { Table, type Column } from "@/shell/table";
import { at, money, plain } from "@/shell/words";
import { CardLink } from "./card-link";
import { RecordDialog } from "./money-dialogs";
import { RefundDialog } from "./refund";
import type { Booking } from "./words";

type Entry = Schemas["LedgerEntry"];

/** The account of a party: what is owed, what came and went, and the doors for more of it. */
export function Money({ party }: { party: Booking }) {
  const [isOpen, open] = useState<"record" | Entry | null>(null);
  const mayWrite = useMay("payments:write");
  const account = useQuery({
    queryKey: ["payments", party.id],
    queryFn: () => answered(api.GET("/api/v1/admin/bookings/{booking_id}/payments", { params: { path: { booking_id: party.id } } })),
    enabled: party.status !== "held",
  });
  const close = () => open(null);
  const owed = account.data?.receivable.owed;
  return (
    <Panel
      title="Money"
      actions={
        mayWrite && account.data ? (
          <>
            <CardLink account={account.data.receivable} />
            <Button size="small" onClick={() => open("record")}>
              Record a payment
            </Button>
          </>
        ) : null
      }
    >
      {party.status === "held" ? <p className="p-4 text-sm text-quiet">A hold owes nothing. The account opens with the customer’s yes.</p> : null}
      <Refusal error={account.error} className="m-4" />
      {account.isLoading ? <Loading what="the account" /> : null}
      {account.data && owed ? (
        <>
          <p className="flex flex-wrap items-baseline gap-x-6 gap-y-1 px-4 py-3 text-sm">
            <span data-testid="owed" className="text-lg font-semibold">
              {owed.startsWith("-") ? `${money(owed.slice(1))} to go back` : `${money(owed)} to pay`}
            </span>
            <span className="text-quiet">
              Reference <span className="font-mono">{account.data.receivable.reference}</span>
            </span>
          </p>
          {account.data.entries.length === 0 ? (
            <p className="px-4 pb-4 text-sm text-quiet">No money came yet. Record it when it does; the whole deposit confirms the party.</p>
          ) : (
            <Table caption="Payments and refunds" columns={columns(mayWrite, open)} rows={account.data.entries} keyOf={({ id }) => id} />
          )}
        </>
      ) : null}
      {isOpen === "record" ? <RecordDialog party={party} onClose={close} /> : null}
      {isOpen && isOpen !== "record" ? <RefundDialog party={party} entry={isOpen} onClose={close} /> : null}
    </Panel>
  );
}

function columns(mayWrite: boolean, refund: (entry: Entry) => void): Column<Entry>[] {
  return [
    { name: "What", cell: ({ kind }) => <Badge look={kind === "refund" ? "wait" : "good"}>{kind}</Badge> },
    { name: "Amount", cell: ({ kind, amount }) => `${kind === "refund" ? "−" : ""}${money(amount)}`, isFigure: true },
    { name: "How", cell: ({ method }) => plain(method) },
    { name: "When", cell: (entry) => `${at(entry.at, new Date())}, ${entry.actor_name}`, isExtra: true },
    { name: "Why", cell: ({ reason, note }) => reason ?? note ?? "", isExtra: true },
    {
      name: "Action",
      cell: (entry) =>
        mayWrite && entry.kind !== "refund" ? (
          <Button look="plain" size="small" className="min-h-6" aria-label={`Refund the ${entry.kind} of ${money(entry.amount)}`} onClick={() => refund(entry)}>
            Refund
          </Button>
        ) : null,
    },
  ];
}
