"use client";

import Link from "next/link";
import { useCallback } from "react";
import { answered, api } from "@hibachi/api-client";
import { button } from "@hibachi/ui/button";
import { useAddresses } from "@/shell/address";
import { Badge } from "@/shell/badge";
import { Choice } from "@/shell/choice";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Page, Panel } from "@/shell/page";
import { useRows } from "@/shell/rows";
import { Search } from "@/shell/search";
import { Table, type Column } from "@/shell/table";
import { day, money } from "@/shell/words";
import { useChefs, useHome } from "./api";
import { clock, elsewhere, guests, LOOK, STATUS, type Booking, type Status } from "./words";

type Sort = "made" | "soonest" | "latest";

const SORTS: Record<Sort, string> = { made: "newest made", soonest: "earliest party", latest: "latest party" };
const STATES: Record<Status | "", string> = { "": "any", ...STATUS };

/** Every party: searched, filtered, in the order that is wanted. */
export function List() {
  const { get, set } = useAddresses();
  const home = useHome();
  const chefs = useChefs().data ?? [];
  const mayWrite = useMay("bookings:write");
  const asked = {
    q: get("q") ?? undefined,
    status: (get("status") as Status | null) ?? undefined,
    chef_id: Number(get("chef")) || undefined,
    first: get("first") ?? undefined,
    last: get("last") ?? undefined,
    sort: (get("sort") as Sort | null) ?? "made",
  };
  const rows = useRows(["bookings", asked], async (before: string | null) => {
    const query = { ...asked, before };
    const { bookings, next } = await answered(api.GET("/api/v1/admin/bookings", { params: { query } }));
    return { rows: bookings, next };
  });
  const search = useCallback((q: string) => set({ q: q || null }), [set]);
  const isNarrowed = Object.values({ ...asked, sort: undefined }).some(Boolean);
  return (
    <Page
      title="Bookings"
      actions={
        mayWrite ? (
          <Link href={{ pathname: "/bookings", query: { new: 1 } }} className={button({ size: "small" })}>
            New party
          </Link>
        ) : null
      }
    >
      <div className="flex flex-wrap items-end gap-3">
        <Search label="Name, address, number, ZIP or reference" value={asked.q ?? ""} onChange={search} />
        <Choice label="State" value={asked.status ?? ""} options={STATES} onChange={(status) => set({ status: status || null })} />
        {chefs.length > 0 ? (
          <Choice
            label="Chef"
            value={String(asked.chef_id ?? "")}
            options={{ "": "any", ...Object.fromEntries(chefs.map((chef) => [String(chef.id), chef.name])) }}
            onChange={(chef) => set({ chef: chef || null })}
          />
        ) : null}
        <DayField label="From" value={asked.first} onChange={(first) => set({ first })} />
        <DayField label="To" value={asked.last} onChange={(last) => set({ last })} />
        <Choice label="Order" value={asked.sort} options={SORTS} onChange={(sort) => set({ sort: sort === "made" ? null : sort })} />
      </div>
      <Panel title="Parties">
        <Listed
          what="parties"
          of={rows}
          empty={isNarrowed ? "No party fits. Widen the filters." : "There is no party yet. The first one comes from a customer, or press “New party” for a caller."}
        >
          {(parties) => <Table caption="List of parties" columns={columns(home)} rows={parties} keyOf={({ id }) => id} />}
        </Listed>
      </Panel>
    </Page>
  );
}

function columns(home: string | undefined): Column<Booking>[] {
  return [
    {
      name: "Who",
      cell: ({ id, name }) => (
        <Link href={{ pathname: "/bookings", query: { id } }} className="underline-offset-2 hover:underline">
          {name ?? "Without a name"}
        </Link>
      ),
    },
    { name: "When", cell: (party) => `${day(party.event_date)}, ${clock(party.event_time)}${elsewhere(party.zone, home)}` },
    { name: "Guests", cell: guests, isExtra: true },
    { name: "State", cell: ({ status }) => <Badge look={LOOK[status]}>{STATUS[status]}</Badge> },
    { name: "Total", cell: ({ total_amount }) => money(total_amount), isFigure: true, isExtra: true },
    { name: "To pay", cell: ({ balance, status }) => (status === "cancelled" ? "" : money(balance)), isFigure: true },
  ];
}

/** A day as a filter. */
export function DayField({ label, value, onChange }: { label: string; value: string | undefined; onChange: (day: string | null) => void }) {
  return (
    <label className="inline-flex items-center gap-2 text-sm text-quiet">
      {label}
      <input
        type="date"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || null)}
        className="min-h-9 rounded-lg border border-line bg-raised px-2 text-ink"
      />
    </label>
  );
}
