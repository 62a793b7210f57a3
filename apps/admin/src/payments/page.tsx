"use client";

import { useMutation } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { oneOf, useAddresses } from "@/shell/address";
import { Badge } from "@/shell/badge";
import { Choice } from "@/shell/choice";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Page, Panel } from "@/shell/page";
import { useRows } from "@/shell/rows";
import { Table, type Column } from "@/shell/table";
import { tellRefused } from "@/shell/toasts";
import { at, money, plain } from "@/shell/words";
import { DayField } from "@/parties/list";
import { METHODS } from "@/parties/money-dialogs";
import { Instructions } from "./instructions";
import { PaymentMails } from "./mails";
import { PartyLink } from "./party-link";

type Line = Schemas["LedgerLine"];
type Owing = Schemas["Receivable"];
type Kind = Line["kind"];
type Method = keyof typeof METHODS;

const VIEWS = {
  ledger: "every payment",
  mails: "e-mails of payment services",
  untold: "who waits to be told how to pay",
  owing: "still to come",
  credit: "to go back",
} as const;
type View = keyof typeof VIEWS;
const KINDS: Record<Kind | "", string> = { "": "any", deposit: "deposit", balance: "balance", tip: "tip", refund: "refund" };

/** The ledger of money, what is still to come, and what has to go back. */
export function Payments() {
  const { get, set } = useAddresses();
  const view = oneOf<View>(VIEWS, get("view"), "ledger");
  const first = get("first") ?? undefined;
  const last = get("last") ?? undefined;
  return (
    <Page title="Payments" actions={view === "ledger" ? <Export first={first} last={last} /> : null}>
      <div className="flex flex-wrap items-center gap-3">
        <Choice label="Show" value={view} options={VIEWS} onChange={(wanted: View) => set({ view: wanted === "ledger" ? null : wanted })} />
        {view === "ledger" ? (
          <>
            <Choice label="What" value={(get("kind") as Kind | null) ?? ""} options={KINDS} onChange={(kind) => set({ kind: kind || null })} />
            <Choice
              label="How"
              value={(get("method") as Method | null) ?? ""}
              options={{ "": "any", ...METHODS }}
              onChange={(method) => set({ method: method || null })}
            />
            <DayField label="From" value={first} onChange={(day) => set({ first: day })} />
            <DayField label="To" value={last} onChange={(day) => set({ last: day })} />
          </>
        ) : null}
      </div>
      {view === "ledger" ? <Ledger asked={{ kind: get("kind") as Kind | null, method: get("method") as Method | null, first, last }} /> : null}
      {view === "mails" ? <PaymentMails /> : null}
      {view === "untold" ? <Instructions /> : null}
      {view === "owing" || view === "credit" ? <Accounts state={view} /> : null}
    </Page>
  );
}

function Ledger({ asked }: { asked: { kind: Kind | null; method: Method | null; first?: string; last?: string } }) {
  const rows = useRows(["payments", "ledger", asked], async (before: string | null) => {
    const { entries, next } = await answered(api.GET("/api/v1/admin/payments", { params: { query: { ...asked, before } } }));
    return { rows: entries, next };
  });
  return (
    <Panel title="Ledger">
      <Listed what="payments" of={rows} empty="No money was recorded that fits. Record a payment on the page of its party.">
        {(entries) => <Table caption="List of payments" columns={LEDGER} rows={entries} keyOf={({ id }) => id} />}
      </Listed>
    </Panel>
  );
}

function Accounts({ state }: { state: "owing" | "credit" }) {
  const rows = useRows(["payments", "accounts", state], async (before: string | null) => {
    const { accounts, next } = await answered(api.GET("/api/v1/admin/payments/accounts", { params: { query: { state, before } } }));
    return { rows: accounts, next };
  });
  return (
    <Panel title={state === "owing" ? "Money that is still to come" : "Money that has to go back"}>
      <Listed what="accounts" of={rows} empty={state === "owing" ? "Every party is paid in full." : "Nothing has to go back."}>
        {(accounts) => <Table caption="List of accounts" columns={ACCOUNTS} rows={accounts} keyOf={({ id }) => id} />}
      </Listed>
    </Panel>
  );
}

const LEDGER: Column<Line>[] = [
  { name: "Payer", cell: ({ receivable_id, payer, reference }) => <PartyLink id={receivable_id} name={payer ?? reference} /> },
  { name: "What", cell: ({ kind }) => <Badge look={kind === "refund" ? "wait" : "good"}>{kind}</Badge> },
  { name: "Amount", cell: ({ kind, amount }) => `${kind === "refund" ? "−" : ""}${money(amount)}`, isFigure: true },
  { name: "How", cell: ({ method }) => plain(method) },
  { name: "When", cell: (line) => at(line.at, new Date()) },
  { name: "By", cell: ({ actor_name }) => actor_name, isExtra: true },
  { name: "Reference", cell: ({ reference }) => <span className="font-mono">{reference}</span>, isExtra: true },
  { name: "Why", cell: ({ reason, note }) => reason ?? note ?? "", isExtra: true },
];

const ACCOUNTS: Column<Owing>[] = [
  { name: "Payer", cell: ({ id, payer, reference }) => <PartyLink id={id} name={payer ?? reference} /> },
  { name: "Price", cell: ({ total }) => money(total), isFigure: true },
  { name: "Paid", cell: ({ paid }) => money(paid), isFigure: true, isExtra: true },
  { name: "Refunded", cell: ({ refunded }) => money(refunded), isFigure: true, isExtra: true },
  { name: "Open", cell: ({ owed }) => (owed.startsWith("-") ? `${money(owed.slice(1))} to go back` : money(owed)), isFigure: true },
  { name: "Reference", cell: ({ reference }) => <span className="font-mono">{reference}</span>, isExtra: true },
];

function Export({ first, last }: { first?: string; last?: string }) {
  const may = useMay("payments:export");
  const exporting = useMutation({
    mutationFn: ({ first, last }: { first: string; last: string }) =>
      answered(api.GET("/api/v1/admin/payments/export.csv", { params: { query: { first, last } }, parseAs: "text" })),
    onSuccess: (table, span) => save(String(table), `payments-${span.first}-${span.last}.csv`),
    onError: tellRefused,
  });
  if (!may) return null;
  if (!first || !last) return <span className="text-sm text-quiet">Choose two days to export them as CSV.</span>;
  return (
    <Button size="small" look="quiet" disabled={exporting.isPending} onClick={() => exporting.mutate({ first, last })}>
      Export CSV
    </Button>
  );
}

function save(table: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([table], { type: "text/csv" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
