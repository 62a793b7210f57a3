"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { useChange } from "@/shell/change";
import { Listed } from "@/shell/listed";
import { Panel } from "@/shell/page";
import { asRows } from "@/shell/rows";
import { Table, type Column } from "@/shell/table";
import { ago, money } from "@/shell/words";
import { PartyLink } from "./party-link";

type Awaited = Schemas["InstructionsAwaited"];

/** Parties that wait to be told how to pay: no handle of the business is set, so a person tells them. */
export function Instructions() {
  const query = useQuery({
    queryKey: ["payments", "instructions"],
    queryFn: () => answered(api.GET("/api/v1/admin/payments/instructions", { params: { query: { limit: 200 } } })),
  });
  const telling = useChange({
    call: (booking_id: string) =>
      answered(api.POST("/api/v1/admin/payments/instructions/{booking_id}/sent", { params: { path: { booking_id } } })),
    touches: [["payments", "instructions"], ["audit"]],
    done: "Noted: they were told.",
  });
  return (
    <Panel title="To be told how to pay">
      <Listed what="parties" of={asRows(query, (rows) => rows)} empty="Nobody waits. With the business’s Venmo or Zelle in the policies, customers are told at once.">
        {(rows) => (
          <Table
            caption="Parties that wait to be told how to pay"
            columns={columns((id) => telling.mutate(id))}
            rows={rows}
            keyOf={({ booking_id }) => booking_id}
          />
        )}
      </Listed>
    </Panel>
  );
}

function columns(tell: (id: string) => void): Column<Awaited>[] {
  return [
    { name: "Payer", cell: ({ booking_id, payer, reference }) => <PartyLink id={booking_id} name={payer ?? reference} /> },
    { name: "To pay now", cell: ({ due }) => money(due), isFigure: true },
    { name: "Into the memo", cell: ({ reference }) => <span className="font-mono">{reference}</span> },
    { name: "Reached by", cell: ({ phone, email }) => phone ?? email ?? "", isExtra: true },
    { name: "Waits for", cell: ({ asked_at }) => ago(asked_at, new Date()), isExtra: true },
    {
      name: "Action",
      cell: ({ booking_id, payer, reference }) => (
        <Button size="small" look="quiet" aria-label={`${payer ?? reference} was told`} onClick={() => tell(booking_id)}>
          I told them
        </Button>
      ),
    },
  ];
}
