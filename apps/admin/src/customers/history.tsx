"use client";

import Link from "next/link";
import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";
import { Badge } from "@/shell/badge";
import { Listed } from "@/shell/listed";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { useRows } from "@/shell/rows";
import { at, day, money, plain } from "@/shell/words";
import { guests, LOOK, STATUS } from "@/parties/words";

/** What a person did with us: their parties, and their conversations. */
export function History({ id }: { id: string }) {
  const parties = useRows(["bookings", { customer_id: id }], async (before: string | null) => {
    const query = { customer_id: id, sort: "latest" as const, before, limit: 20 };
    const { bookings, next } = await answered(api.GET("/api/v1/admin/bookings", { params: { query } }));
    return { rows: bookings, next };
  });
  const talks = useQuery({
    queryKey: ["conversations", { customer_id: id }],
    queryFn: () => answered(api.GET("/api/v1/admin/conversations", { params: { query: { customer_id: id, limit: 20 } } })),
  });
  return (
    <>
      <Panel title="Parties">
        <Listed what="parties" of={parties} empty="No party yet. “New party” makes one for them.">
          {(rows) => (
            <ul className="divide-y divide-line text-sm">
              {rows.map((party) => (
                <li key={party.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
                  <Link href={{ pathname: "/bookings", query: { id: party.id } }} className="font-semibold underline-offset-2 hover:underline">
                    {day(party.event_date)}
                  </Link>
                  <span className="mr-auto text-quiet">{guests(party)}</span>
                  <Badge look={LOOK[party.status]}>{STATUS[party.status]}</Badge>
                  <span>{money(party.total_amount)}</span>
                </li>
              ))}
            </ul>
          )}
        </Listed>
      </Panel>
      <Panel title="Conversations">
        <Refusal error={talks.error} className="m-4" />
        {talks.data?.conversations.length === 0 ? <p className="p-4 text-sm text-quiet">They have not written yet.</p> : null}
        <ul className="divide-y divide-line text-sm">
          {talks.data?.conversations.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-3 px-4 py-2.5">
              <Link href={{ pathname: "/inbox", query: { id: one.id } }} className="mr-auto font-semibold underline-offset-2 hover:underline">
                {plain(one.channel)}
              </Link>
              <Badge look={one.status === "escalated" ? "wait" : "plain"}>{one.status}</Badge>
              <span className="text-quiet">{at(one.last_message_at, new Date())}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
