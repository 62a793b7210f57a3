"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { PartyLink } from "@/payments/party-link";
import { Badge } from "@/shell/badge";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { asRows } from "@/shell/rows";
import { Table, type Column } from "@/shell/table";
import { ago, plain } from "@/shell/words";

type Finding = Schemas["Finding"];

/** What the nightly proof found: Stripe against the ledger against the parties, and what a party's day still lacks. */
export function Findings() {
  const may = useMay("payments:read");
  const query = useQuery({
    queryKey: ["findings"],
    queryFn: () => answered(api.GET("/api/v1/admin/findings")),
    enabled: may,
  });
  if (!may) return null;
  const at = query.data?.proved_at;
  return (
    <Panel title="Money and parties, proved every night" actions={at ? <span className="text-sm text-quiet">last {ago(at, new Date())}</span> : null}>
      <Listed
        what="findings"
        of={asRows(query, ({ findings }) => findings)}
        empty={at ? "All is as it has to be." : "Not proved yet: that happens in the coming night."}
      >
        {(rows) => <Table caption="What the nightly proof found" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} />}
      </Listed>
    </Panel>
  );
}

const COLUMNS: Column<Finding>[] = [
  { name: "What", cell: ({ code, is_urgent }) => <Badge look={is_urgent ? "problem" : "wait"}>{plain(code)}</Badge> },
  { name: "Where", cell: ({ what, booking_id }) => (booking_id ? <PartyLink id={booking_id} name={what} /> : what) },
  { name: "What to do", cell: ({ to_do }) => to_do },
  { name: "Since", cell: ({ found_at }) => ago(found_at, new Date()), isExtra: true },
];
