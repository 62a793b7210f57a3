"use client";

import Link from "next/link";
import { useState } from "react";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Notice } from "@hibachi/ui/notice";
import { channelName } from "@/inbox/inbox";
import { Badge } from "@/shell/badge";
import { Dialog } from "@/shell/dialog";
import { Listed } from "@/shell/listed";
import { Loading } from "@/shell/loading";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { asRows } from "@/shell/rows";
import { Table, type Column } from "@/shell/table";
import { at, day } from "@/shell/words";
import { KINDS, step, usePlan, type Planned } from "./journeys";

/** What will go out in the next two weeks, if nothing changes. */
export function Coming({ plan }: { plan: UseQueryResult<Schemas["Plan"]> }) {
  const [read, show] = useState<Planned | null>(null);
  const columns: Column<Planned>[] = [
    { name: "To", cell: Whom },
    { name: "Message", cell: (one) => <What {...one} /> },
    { name: "When", cell: ({ due_at, on }) => (on ? at(due_at, new Date()) : <Badge>switched off</Badge>) },
    { name: "At the latest", isExtra: true, cell: ({ until_at }) => at(until_at, new Date()) },
    {
      name: "Words",
      cell: (one) => (
        <Button size="small" look="plain" className="whitespace-nowrap" aria-label={`Read it: ${KINDS[one.kind].name}, ${one.customer_name ?? "no name"}`} onClick={() => show(one)}>
          Read it
        </Button>
      ),
    },
  ];
  return (
    <Panel title="What will go out">
      <Listed what="messages" of={asRows(plan, ({ planned }) => planned)} empty="Nothing in the next two weeks.">
        {(rows) => <Table caption="List of what will go out" columns={columns} rows={rows} keyOf={keyOf} />}
      </Listed>
      {read ? <Words of={read} onClose={() => show(null)} /> : null}
    </Panel>
  );
}

function keyOf({ kind, subject_id, step: which }: Planned): string {
  return `${kind}:${subject_id}:${which}`;
}

export function Whom({ customer_id, customer_name }: { customer_id: string; customer_name?: string | null }) {
  return (
    <Link href={{ pathname: "/customers", query: { id: customer_id } }} className="underline underline-offset-4">
      {customer_name ?? "No name"}
    </Link>
  );
}

export function What({ kind, step: which, day: of, booking_id }: { kind: Planned["kind"]; step: string; day: string; booking_id: string | null }) {
  const when = day(of);
  return (
    <span className="grid">
      <span>
        {KINDS[kind].name}
        {which ? `, ${step(which)}` : ""}
      </span>
      {booking_id ? (
        <Link href={{ pathname: "/bookings", query: { id: booking_id } }} className="text-quiet underline underline-offset-4">
          {when}
        </Link>
      ) : (
        <span className="text-quiet">{when}</span>
      )}
    </span>
  );
}

/** What it would say at this moment; by then it is worded anew. */
function Words({ of, onClose }: { of: Planned; onClose: () => void }) {
  const words = useQuery({
    queryKey: ["journeys", "words", of.kind, of.subject_id, of.step],
    queryFn: () =>
      answered(api.GET("/api/v1/admin/journeys/words", { params: { query: { kind: of.kind, subject_id: of.subject_id, step: of.step } } })),
  });
  return (
    <Dialog title={KINDS[of.kind].name} about="As it would be said now. When it is due, it is worded from the party as it is then." open onClose={onClose}>
      <Refusal error={words.error} />
      {words.isPending ? <Loading what="the words" /> : null}
      {words.data ? (
        <>
          <p className="text-sm text-quiet">
            By {channelName(words.data.channel)}
            {words.data.subject ? `: ${words.data.subject}` : ""}
          </p>
          <blockquote className="whitespace-pre-line break-words rounded-xl border border-line p-3">{words.data.text}</blockquote>
          {words.data.refused.map((why) => (
            <Notice key={why} kind="problem" title="It would not leave">
              {why}
            </Notice>
          ))}
        </>
      ) : null}
    </Dialog>
  );
}

/** The messages that one party will give occasion to, as a line of its page; nothing where there are none. */
export function ComingOf({ bookingId }: { bookingId: string }) {
  const plan = usePlan(bookingId);
  const planned = plan.data?.planned ?? [];
  if (planned.length === 0) return null;
  return (
    <Panel title="What will go out">
      <ul className="divide-y divide-line text-sm">
        {planned.map((one) => (
          <li key={keyOf(one)} className="flex flex-wrap gap-x-3 px-4 py-2.5">
            <span className="mr-auto">
              {KINDS[one.kind].name}
              {one.step ? `, ${step(one.step)}` : ""}
            </span>
            <span className="text-quiet">{one.on ? at(one.due_at, new Date()) : "switched off"}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
