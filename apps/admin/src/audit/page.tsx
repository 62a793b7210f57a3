"use client";

import { useCallback } from "react";
import Link from "next/link";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { useAddresses } from "@/shell/address";
import { Choice } from "@/shell/choice";
import { Listed } from "@/shell/listed";
import { Page, Panel } from "@/shell/page";
import { useRows } from "@/shell/rows";
import { Search } from "@/shell/search";
import { Table, type Column } from "@/shell/table";
import { at, plain } from "@/shell/words";
import { DayField } from "@/parties/list";
import { useHome } from "@/parties/api";
import { instantIn, plus } from "@/calendar/days";

type Entry = Schemas["Entry"];

const KINDS = { "": "anybody", staff: "staff", api_key: "a key", ai: "the AI", customer: "a customer", system: "the system" };
const RESOURCES = { "": "anything", booking: "parties", payment: "payments", customer: "customers", policy_version: "policies", user: "staff", api_key: "keys", chef: "chefs", station: "stations", block: "blocks", ledger: "exports", conversation: "conversations" };

/** Who did what: filtered, newest first, each change as old → new. */
export function Audit() {
  const { get, set } = useAddresses();
  const home = useHome();
  const first = get("first") ?? undefined;
  const last = get("last") ?? undefined;
  const asked = {
    actor_kind: get("who") ?? undefined,
    resource: get("of") ?? undefined,
    action: get("action") ?? undefined,
    resource_id: get("id") ?? undefined,
    since: first && home ? instantIn(home, first, "00:00") : undefined,
    until: last && home ? instantIn(home, plus(last, 1), "00:00") : undefined,
  };
  const rows = useRows(["audit", asked], async (before: string | null) => {
    const { entries, next } = await answered(api.GET("/api/v1/admin/audit", { params: { query: { ...asked, before } } }));
    return { rows: entries, next };
  });
  const search = useCallback((action: string) => set({ action: action.trim() || null }), [set]);
  return (
    <Page title="Audit log" about="It is written with each act, and nobody can change it.">
      <div className="flex flex-wrap items-center gap-3">
        <Search label="Act, as it is named (booking_update)" value={asked.action ?? ""} onChange={search} />
        <Choice label="By" value={(asked.actor_kind ?? "") as keyof typeof KINDS} options={KINDS} onChange={(who) => set({ who: who || null })} />
        <Choice label="On" value={(asked.resource ?? "") as keyof typeof RESOURCES} options={RESOURCES} onChange={(of) => set({ of: of || null, id: null })} />
        <DayField label="From" value={first} onChange={(day) => set({ first: day })} />
        <DayField label="To" value={last} onChange={(day) => set({ last: day })} />
      </div>
      <Panel title="Entries">
        <Listed what="entries" of={rows} empty="Nothing was done that fits. Widen the filters.">
          {(entries) => <Table caption="List of entries" columns={COLUMNS} rows={entries} keyOf={({ id }) => id} />}
        </Listed>
      </Panel>
    </Page>
  );
}

const COLUMNS: Column<Entry>[] = [
  { name: "When", cell: (entry) => at(entry.at, new Date()) },
  { name: "Who", cell: ({ actor_name, actor_kind }) => actor_name || plain(actor_kind) },
  { name: "Act", cell: ({ action }) => plain(action) },
  { name: "On", cell: (entry) => <Resource of={entry} /> },
  {
    name: "What changed",
    isExtra: true,
    cell: ({ changes, reason }) => (
      <>
        {changes.map(({ field, text }) => (
          <span key={field} className="block max-w-md break-words">
            <span className="text-quiet">{plain(field)}:</span> {text}
          </span>
        ))}
        {reason ? <span className="block text-quiet">“{reason}”</span> : null}
      </>
    ),
  },
];

function Resource({ of: { resource, resource_id } }: { of: Entry }) {
  const pathname = resource === "booking" ? "/bookings" : resource === "customer" ? "/customers" : null;
  const words = plain(resource);
  return pathname ? (
    <Link href={{ pathname, query: { id: resource_id } }} className="underline-offset-2 hover:underline">
      {words}
    </Link>
  ) : (
    <span title={resource_id}>{words}</span>
  );
}
