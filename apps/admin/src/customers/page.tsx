"use client";

import Link from "next/link";
import { useCallback } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { button } from "@hibachi/ui/button";
import { useAddresses } from "@/shell/address";
import { Listed } from "@/shell/listed";
import { Page, Panel } from "@/shell/page";
import { useRows } from "@/shell/rows";
import { Search } from "@/shell/search";
import { Table, type Column } from "@/shell/table";
import { at, plain } from "@/shell/words";
import { CustomerDetail } from "./detail";
import { Duplicates } from "./duplicates";

type Customer = Schemas["Customer"];

/** People: the list, one of them (`?id=`), or pairs who may be one (`?duplicates=1`). */
export function Customers() {
  const { get } = useAddresses();
  const id = get("id");
  if (id) return <CustomerDetail key={id} id={id} />;
  return get("duplicates") ? <Duplicates /> : <List />;
}

function List() {
  const { get, set } = useAddresses();
  const q = get("q") ?? undefined;
  const rows = useRows(["customers", { q }], async (before: string | null) => {
    const { customers, next } = await answered(api.GET("/api/v1/admin/customers", { params: { query: { q, before } } }));
    return { rows: customers, next };
  });
  const search = useCallback((wanted: string) => set({ q: wanted || null }), [set]);
  return (
    <Page
      title="Customers"
      actions={
        <Link href={{ pathname: "/customers", query: { duplicates: 1 } }} className={button({ look: "quiet", size: "small" })}>
          Who may be one person
        </Link>
      }
    >
      <Search label="Part of a name, a number or an e-mail address" value={q ?? ""} onChange={search} />
      <Panel title="People">
        <Listed what="customers" of={rows} empty={q ? "Nobody fits. Try part of the name, or the whole number." : "Nobody has written yet. Whoever writes or books is here."}>
          {(people) => <Table caption="List of people" columns={COLUMNS} rows={people} keyOf={({ id }) => id} />}
        </Listed>
      </Panel>
    </Page>
  );
}

const COLUMNS: Column<Customer>[] = [
  {
    name: "Who",
    cell: ({ id, name, phone, email }) => (
      <Link href={{ pathname: "/customers", query: { id } }} className="underline-offset-2 hover:underline">
        {name ?? phone ?? email ?? "Without a name"}
      </Link>
    ),
  },
  { name: "Phone", cell: ({ phone }) => phone ?? "" },
  { name: "E-mail", cell: ({ email }) => email ?? "", isExtra: true },
  { name: "Prefers", cell: ({ preferred_channel }) => plain(preferred_channel ?? ""), isExtra: true },
  { name: "Known since", cell: ({ created_at }) => at(created_at, new Date()), isExtra: true },
];
