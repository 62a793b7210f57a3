"use client";

import Link from "next/link";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { classes } from "@hibachi/ui/classes";
import { DayField } from "@/parties/list";
import { guests, LOOK, STATUS } from "@/parties/words";
import { oneOf, useAddresses } from "@/shell/address";
import { Badge } from "@/shell/badge";
import { Choice } from "@/shell/choice";
import { Listed } from "@/shell/listed";
import { Page, Panel } from "@/shell/page";
import { useRows } from "@/shell/rows";
import { Search } from "@/shell/search";
import { Table, type Column } from "@/shell/table";
import { at, day, money, plain } from "@/shell/words";
import { QuoteLines } from "./lines";

type Told = Schemas["ToldQuote"];

const WHERE = { "": "anywhere", talk: "in a conversation" } as const;
const PRICED = { "": "any", yes: "with a total", no: "without a total" } as const;
const WHY = { travel_unknown: "place not known", not_served: "not served" } as const;
const WHOLE_ZIP = /^\d{5}$/;

/** Every price that was told: whose, in which conversation, and the party that came of it. */
export function Quotes() {
  const { get, set } = useAddresses();
  const where = oneOf<keyof typeof WHERE>(WHERE, get("where"), "");
  const priced = oneOf<keyof typeof PRICED>(PRICED, get("priced"), "");
  const zip = get("zip") ?? "";
  const asked = {
    in_conversation: where === "talk",
    priced: priced === "" ? undefined : priced === "yes",
    zip: WHOLE_ZIP.test(zip) ? zip : undefined,
    first: get("first") ?? undefined,
    last: get("last") ?? undefined,
  };
  const rows = useRows(["quotes", asked], async (before: string | null) => {
    const { quotes, next } = await answered(api.GET("/api/v1/admin/quotes", { params: { query: { ...asked, before } } }));
    return { rows: quotes, next };
  });
  const open = get("id");
  const isNarrowed = Boolean(where || priced || asked.zip || asked.first || asked.last);
  return (
    <Page title="Quotes" about="Every price that was told, the newest first.">
      <div className="flex flex-wrap items-end gap-3">
        <Search label="ZIP of the party" value={zip} onChange={(said) => set({ zip: said || null })} />
        <Choice label="Told" value={where} options={WHERE} onChange={(said) => set({ where: said || null })} />
        <Choice label="Price" value={priced} options={PRICED} onChange={(said) => set({ priced: said || null })} />
        <DayField label="Party from" value={asked.first} onChange={(first) => set({ first })} />
        <DayField label="to" value={asked.last} onChange={(last) => set({ last })} />
      </div>
      <div className={classes("grid gap-4", open && "xl:grid-cols-[1fr_24rem] xl:items-start")}>
        <Panel title="Prices">
          <Listed
            what="prices"
            of={rows}
            empty={isNarrowed ? "No price fits. Widen the filters." : "No price was told yet. The first comes from the site's calculator or a conversation."}
          >
            {(quotes) => (
              <Table
                caption="List of prices"
                columns={columns((id) => set({ id }))}
                rows={quotes}
                keyOf={({ quote }) => quote.id}
                selected={open}
              />
            )}
          </Listed>
        </Panel>
        {open ? <QuoteLines key={open} id={open} onClose={() => set({ id: null })} /> : null}
      </div>
    </Page>
  );
}

function columns(show: (id: string) => void): Column<Told>[] {
  return [
    {
      name: "Told",
      cell: ({ quote }) => (
        <button type="button" className="whitespace-nowrap text-left underline-offset-2 hover:underline" onClick={() => show(quote.id)}>
          {at(quote.created_at, new Date())}
        </button>
      ),
    },
    { name: "To", cell: (told) => <Person told={told} /> },
    { name: "Guests", cell: ({ quote }) => guests(quote.party), isExtra: true },
    { name: "Party", cell: ({ quote }) => [quote.event_date ? day(quote.event_date) : null, quote.zip].filter(Boolean).join(", "), isExtra: true },
    { name: "Became", cell: (told) => <Outcome told={told} />, isExtra: true },
    { name: "Total", cell: ({ quote }) => (quote.total === null ? (quote.unpriced ? WHY[quote.unpriced] : "") : money(quote.total)), isFigure: true },
  ];
}

function Person({ told: { customer_id, customer_name, conversation_id, channel } }: { told: Told }) {
  if (!customer_id && !conversation_id) return <span className="text-quiet">a visitor</span>;
  return (
    <span className="grid justify-items-start gap-0.5 whitespace-nowrap">
      {customer_id ? (
        <Link className="underline-offset-2 hover:underline" href={{ pathname: "/customers", query: { id: customer_id } }}>
          {customer_name ?? "Without a name"}
        </Link>
      ) : null}
      {conversation_id ? (
        <Link className="text-quiet underline underline-offset-2" href={{ pathname: "/inbox", query: { id: conversation_id } }}>
          {plain(channel ?? "conversation")}
        </Link>
      ) : null}
    </span>
  );
}

function Outcome({ told: { booking_id, booking_status } }: { told: Told }) {
  if (!booking_id || !booking_status) return <span className="text-quiet">nothing yet</span>;
  return (
    <Link href={{ pathname: "/bookings", query: { id: booking_id } }} className="underline-offset-2 hover:underline">
      <Badge look={LOOK[booking_status]}>{STATUS[booking_status]}</Badge>
    </Link>
  );
}
