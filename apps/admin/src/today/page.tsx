"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { useThreads } from "@/inbox/inbox";
import { Badge } from "@/shell/badge";
import { Listed } from "@/shell/listed";
import { clock } from "@/parties/words";
import { useMay } from "@/shell/me";
import { Page, Panel } from "@/shell/page";
import { entryOf } from "@/shell/pages";
import { asRows, type Rows } from "@/shell/rows";
import { ago, day, money } from "@/shell/words";
import { Findings } from "@/health/findings";
import { localDay, plus } from "./days";

/** What needs somebody now, in the order in which it hurts: people who wait, replies, money, parties, failures. */
export function TodayPage() {
  const [reads, reviews, parties] = [useMay("conversations:read"), useMay("drafts:review"), useMay("bookings:read")];
  const money = useMay("payments:read");
  return (
    <Page title="Today" about="What needs you, the most urgent first.">
      {reads || parties ? null : <p className="text-quiet">Nothing here is yours to see. Your role opens the pages on the left.</p>}
      <div className="grid items-start gap-5 xl:grid-cols-2">
        {reads ? <People /> : null}
        {reviews ? <Drafts /> : null}
        {parties ? <Parties /> : null}
        {parties ? <Deposits /> : null}
        {money ? <Findings /> : null}
        {reads ? <Failures /> : null}
      </div>
    </Page>
  );
}

function People() {
  const threads = useThreads({ shelf: "escalated", channel: "any", urgency: "any", q: "" });
  return (
    <Panel title="People who wait for a person">
      <Listed what="threads" of={threads} empty="Nobody waits. When the concierge hands somebody over, they stand here.">
        {(rows) => (
          <Lines>
            {rows.map((line) => (
              <Line key={line.id} to={`/inbox?id=${line.id}`} title={line.customer_name ?? "Somebody new"} side={ago(line.last_message_at, new Date())}>
                <Badge look={line.urgency === "urgent" || line.urgency === "high" ? "problem" : "wait"}>{line.urgency ?? "normal"}</Badge>
                <span className="truncate">{line.last_words}</span>
              </Line>
            ))}
          </Lines>
        )}
      </Listed>
    </Panel>
  );
}

function Drafts() {
  const query = useQuery({
    queryKey: ["drafts", "today"],
    queryFn: () => answered(api.GET("/api/admin/emails/pending", { params: { query: { limit: 5 } } })),
  });
  return (
    <Panel title="Replies that wait for a yes">
      <Listed what="drafts" of={asRows(query, ({ drafts }) => drafts)} empty="No reply waits. Where drafts are asked for, each stands here before it leaves.">
        {(rows) => (
          <Lines>
            {rows.map((draft) => (
              <Line key={draft.id} to={`/drafts?id=${draft.id}`} title={draft.topic} side={ago(draft.created_at, new Date())}>
                <Badge look={draft.priority === "high" ? "problem" : "plain"}>{draft.priority}</Badge>
                <span className="truncate">{draft.edited_text ?? draft.text}</span>
              </Line>
            ))}
          </Lines>
        )}
      </Listed>
    </Panel>
  );
}

type Booking = Schemas["Booking"];
type Wanted = { status?: "deposit_pending"; first?: string; last?: string };

function useParties(name: string, wanted: Wanted): Rows<Booking> {
  const query = useQuery({
    queryKey: ["booking", name, wanted],
    queryFn: () => answered(api.GET("/api/v1/admin/bookings", { params: { query: { ...wanted, limit: 50 } } })),
    refetchInterval: 60_000,
  });
  return asRows(query, ({ bookings }) => bookings);
}

function Parties() {
  const today = localDay(new Date());
  const parties = useParties("soon", { first: today, last: plus(today, 1) });
  return (
    <Panel title="Parties of today and tomorrow">
      <Listed what="parties" of={parties} empty="No party today or tomorrow.">
        {(rows) => <PartyLines parties={rows.filter(({ status }) => status !== "cancelled")} />}
      </Listed>
    </Panel>
  );
}

function Deposits() {
  const parties = useParties("unpaid", { status: "deposit_pending" });
  return (
    <Panel title="Deposits that have not come">
      <Listed what="parties" of={parties} empty="Every party that was agreed has its deposit.">
        {(rows) => <PartyLines parties={rows} owes />}
      </Listed>
    </Panel>
  );
}

function PartyLines({ parties, owes }: { parties: Booking[]; owes?: boolean }) {
  return (
    <Lines>
      {parties.map((party) => (
        <Line
          key={party.id}
          to={`/bookings?id=${party.id}`}
          title={`${day(party.event_date)}, ${clock(party.event_time)}`}
          side={owes ? `${money(party.deposit)} of ${money(party.total_amount)}` : money(party.total_amount)}
        >
          <span className="truncate">
            {party.name ?? "No name yet"} · {party.adults + party.children} guests · {party.zip_code}
          </span>
        </Line>
      ))}
    </Lines>
  );
}

function Failures() {
  const query = useQuery({
    queryKey: ["inbox", "undelivered"],
    queryFn: () => answered(api.GET("/api/v1/admin/conversations/undelivered")),
  });
  return (
    <Panel title="Messages that did not arrive">
      <Listed what="messages" of={asRows(query, (rows) => rows)} empty="Everything that was sent in the last two weeks left us.">
        {(rows) => (
          <Lines>
            {rows.map((lost) => (
              <Line key={lost.id} to={`/inbox?id=${lost.conversation_id}`} title={lost.error ?? lost.code ?? lost.state} side={ago(lost.created_at, new Date())}>
                <Badge look={lost.state === "failed" ? "problem" : "wait"}>{lost.state}</Badge>
                <span>{lost.channel}</span>
              </Line>
            ))}
          </Lines>
        )}
      </Listed>
    </Panel>
  );
}

function Lines({ children }: { children: ReactNode }) {
  return <ul className="max-h-96 overflow-y-auto">{children}</ul>;
}

function Line({ to, title, side, children }: { to: string; title: string; side: string; children: ReactNode }) {
  const words = (
    <>
      <span className="flex items-baseline gap-3">
        <strong className="truncate">{title}</strong>
        <span className="ml-auto shrink-0 text-sm text-quiet">{side}</span>
      </span>
      <span className="flex min-w-0 items-center gap-2 text-sm text-quiet">{children}</span>
    </>
  );
  const look = "grid gap-1 px-4 py-2.5";
  return (
    <li className="border-b border-line last:border-0">
      {entryOf(to.split("?")[0] ?? "") ? (
        <Link href={to as Route} className={`${look} hover:bg-paper`}>
          {words}
        </Link>
      ) : (
        <div className={look}>{words}</div>
      )}
    </li>
  );
}
