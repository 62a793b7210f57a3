"use client";

import { useCallback, useState } from "react";
import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { oneOf, useAddresses } from "@/shell/address";
import { Badge } from "@/shell/badge";
import { Choice } from "@/shell/choice";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Page, Panel } from "@/shell/page";
import { useRows } from "@/shell/rows";
import { Search } from "@/shell/search";
import { Table, type Column } from "@/shell/table";
import { at, plain } from "@/shell/words";
import { Conversion } from "./conversion";
import { LeadDetail } from "./detail";
import { asked, LOOK, SHELVES, SOURCES, wish, type Lead } from "./leads";
import { NewLead } from "./new";

/** Who wanted a party and has none: what they wish, how worth a call they are, and when to ask again. */
export function LeadsPage() {
  const { get, set } = useAddresses();
  const [isNoting, note] = useState(false);
  const mayWrite = useMay("leads:write");
  const shelf = oneOf(SHELVES, get("shelf"), "open");
  const source = oneOf(SOURCES, get("source"), "any");
  const q = get("q") ?? "";
  const id = get("id");
  const rows = useRows(["lead", shelf, source, q], async (before: string | null) => {
    const query = { ...asked(shelf), source: source === "any" ? undefined : source, q: q || undefined, before: before ?? undefined };
    const { leads, next, hot_from } = await answered(api.GET("/api/v1/admin/leads", { params: { query } }));
    return { rows: leads.map((lead) => ({ ...lead, isHot: lead.score >= hot_from })), next };
  });
  const search = useCallback((words: string) => set({ q: words || null }), [set]);
  const narrowed = shelf !== "open" || source !== "any" || q !== "";
  return (
    <Page
      title="Leads"
      about="Who wanted a party and has none: refused bookings, prices that nobody answered, and the form of the site."
      actions={
        mayWrite ? (
          <Button size="small" onClick={() => note(true)}>
            New lead
          </Button>
        ) : null
      }
    >
      <Conversion />
      <div className="flex flex-wrap gap-3">
        <Search label="Name, number or address" value={q} onChange={search} />
        <Choice label="Shelf" value={shelf} options={SHELVES} onChange={(value) => set({ shelf: value, id: null })} />
        <Choice label="From" value={source} options={SOURCES} onChange={(value) => set({ source: value })} />
      </div>
      {id ? <LeadDetail key={id} id={id} onClose={() => set({ id: null })} /> : null}
      <Panel title="Leads">
        <Listed
          what="leads"
          of={rows}
          empty={narrowed ? "No lead fits. Take a filter away." : "No lead is open. Whoever is refused a time, does not answer a price or writes by the form stands here."}
        >
          {(found) => <Table caption="Leads" columns={columns((chosen) => set({ id: chosen }))} rows={found} keyOf={({ id: key }) => key} selected={id} />}
        </Listed>
      </Panel>
      {isNoting ? (
        <NewLead
          onClose={() => note(false)}
          onMade={(made) => {
            note(false);
            set({ id: made });
          }}
        />
      ) : null}
    </Page>
  );
}

function columns(open: (id: string) => void): Column<Lead & { isHot: boolean }>[] {
  return [
    {
      name: "Who",
      cell: ({ id, name, phone, email }) => (
        <button type="button" onClick={() => open(id)} className="text-left underline underline-offset-4">
          {name ?? phone ?? email ?? "Somebody"}
        </button>
      ),
    },
    { name: "Score", cell: ({ score, isHot }) => <Badge look={isHot ? "good" : "plain"}>{score}</Badge>, isFigure: true },
    { name: "Wish", cell: wish },
    { name: "From", cell: ({ source }) => SOURCES[source], isExtra: true },
    { name: "State", cell: ({ status }) => <Badge look={LOOK[status]}>{plain(status)}</Badge> },
    { name: "Ask again", cell: ({ follow_up_at }) => (follow_up_at ? at(follow_up_at, new Date()) : "–"), isExtra: true },
  ];
}
