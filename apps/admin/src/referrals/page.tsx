"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { oneOf, useAddress } from "@/shell/address";
import { Badge, type Look } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Choice } from "@/shell/choice";
import { Dialog } from "@/shell/dialog";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Page, Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { useRows } from "@/shell/rows";
import { Table, type Column } from "@/shell/table";
import { at, money, plain } from "@/shell/words";

type Line = Schemas["ReferralLine"];
type State = Line["state"];
type Doing = { line: Line; what: "settle" | "void" } | null;

const REFERRALS = [["referral"]];
const STATES = { any: "All", pending: "Came", converted: "Party to come", earned: "To be given", paid: "Paid out", applied: "Taken off a bill", void: "No credit" } as const;
const LOOK: Record<State, Look> = { pending: "plain", converted: "plain", earned: "wait", paid: "good", applied: "good", void: "problem" };
const WAYS = { paid: "Paid out", applied: "Taken off a bill" } as const;
const REASONS: Record<string, string> = { same_person: "one person", referred_before: "came before by another one", not_new: "had a party before" };

/** Who came through whom, and what is owed for it once the friend's party is over. */
export function ReferralsPage() {
  const [said, say] = useAddress("state");
  const state = oneOf(STATES, said, "any");
  const [doing, start] = useState<Doing>(null);
  const mayWrite = useMay("referrals:write");
  const rows = useRows(["referral", state], async (before: string | null) => {
    const query = { state: state === "any" ? undefined : state, before: before ?? undefined };
    const { referrals, next } = await answered(api.GET("/api/v1/admin/referrals", { params: { query } }));
    return { rows: referrals, next };
  });
  return (
    <Page
      title="Referrals"
      about="A customer hands on a code; the credit is due when the friend's party is over. Every customer finds their link on the page of their party."
      actions={<Choice label="State" value={state} options={STATES} onChange={say} />}
    >
      <Sums />
      <Panel title="Friends">
        <Listed what="referrals" of={rows} empty={state === "any" ? "Nobody came with a code yet." : "None is in this state."}>
          {(found) => <Table caption="Referrals" columns={columns(mayWrite, start)} rows={found} keyOf={({ id }) => id} />}
        </Listed>
      </Panel>
      {doing?.what === "settle" ? <Settle line={doing.line} onClose={() => start(null)} /> : null}
      {doing?.what === "void" ? <Void line={doing.line} onClose={() => start(null)} /> : null}
    </Page>
  );
}

function Sums() {
  const { data } = useQuery({ queryKey: ["referral", "sums"], queryFn: () => answered(api.GET("/api/v1/admin/referrals/sums")) });
  if (!data) return null;
  return (
    <p className="flex flex-wrap gap-x-6 text-lg">
      <span>
        To be given: <strong>{money(data.owed)}</strong>
      </span>
      <span>
        Given: <strong>{money(data.given)}</strong>
      </span>
    </p>
  );
}

function columns(mayWrite: boolean, start: (doing: Doing) => void): Column<Line>[] {
  return [
    { name: "Friend", cell: ({ friend_id, friend_name }) => <Person id={friend_id} name={friend_name} /> },
    { name: "Through", cell: ({ referrer_id, referrer_name }) => <Person id={referrer_id} name={referrer_name} /> },
    { name: "State", cell: ({ state, void_reason }) => (
      <span className="grid justify-items-start gap-1">
        <Badge look={LOOK[state]}>{STATES[state]}</Badge>
        {void_reason ? <span className="text-quiet">{REASONS[void_reason] ?? plain(void_reason)}</span> : null}
      </span>
    ) },
    { name: "Credit", cell: ({ credit }) => (credit ? money(credit) : "–"), isFigure: true },
    { name: "Since", cell: ({ updated_at }) => at(updated_at, new Date()), isExtra: true },
    { name: "Do", cell: (line) => (mayWrite ? <Acts line={line} start={start} /> : line.note) },
  ];
}

function Acts({ line, start }: { line: Line; start: (doing: Doing) => void }) {
  if (line.state === "paid" || line.state === "applied") return line.note;
  if (line.state === "void") return null;
  return (
    <span className="flex flex-wrap gap-2">
      {line.state === "earned" ? (
        <Button size="small" onClick={() => start({ line, what: "settle" })}>
          Give the credit
        </Button>
      ) : null}
      <Button look="quiet" size="small" onClick={() => start({ line, what: "void" })}>
        No credit
      </Button>
    </span>
  );
}

function Person({ id, name }: { id: string; name: string | null }) {
  return (
    <Link href={{ pathname: "/customers", query: { id } }} className="underline underline-offset-4">
      {name ?? "Without a name"}
    </Link>
  );
}

type DialogProps = { line: Line; onClose: () => void };

function Settle({ line, onClose }: DialogProps) {
  const [how, choose] = useState<keyof typeof WAYS>("paid");
  const giving = useChange({
    call: (note: string) =>
      answered(api.POST("/api/v1/admin/referrals/{referral_id}/settle", { params: { path: { referral_id: line.id } }, body: { how, note } })),
    touches: REFERRALS,
    done: "The credit is given.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    giving.mutate(String(new FormData(event.currentTarget).get("note")));
  };
  return (
    <Dialog title={`Give ${money(line.credit ?? 0)} to ${line.referrer_name ?? "the customer"}`} about="This notes that you gave it; the product moves no money." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Choice label="How" value={how} options={WAYS} onChange={choose} />
        <Field label="What shows it (a transfer, a party)" name="note" required maxLength={200} />
        <Refusal error={giving.error} />
        <Button type="submit" disabled={giving.isPending}>
          It is given
        </Button>
      </form>
    </Dialog>
  );
}

function Void({ line, onClose }: DialogProps) {
  const voiding = useChange({
    call: (reason: string) =>
      answered(api.POST("/api/v1/admin/referrals/{referral_id}/void", { params: { path: { referral_id: line.id } }, body: { reason } })),
    touches: REFERRALS,
    done: "There is no credit for it.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    voiding.mutate(String(new FormData(event.currentTarget).get("reason")));
  };
  return (
    <Dialog title="No credit for this friend" open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Reason" name="reason" required maxLength={200} />
        <Refusal error={voiding.error} />
        <Button type="submit" disabled={voiding.isPending}>
          No credit
        </Button>
      </form>
    </Dialog>
  );
}
