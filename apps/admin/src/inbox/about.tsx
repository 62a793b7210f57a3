"use client";

import type { ReactNode } from "react";
import { ThreadNotes } from "@/crm/notes";
import { Badge } from "@/shell/badge";
import { at, money, plain } from "@/shell/words";
import type { Detail } from "./inbox";

/** Beside the thread: what was handed over, the person, and the numbers of the conversation. */
export function About({ detail: { conversation, customer, escalation, analytics, opted_out } }: { detail: Detail }) {
  return (
    <aside aria-label="About this thread" className="grid content-start gap-5 overflow-y-auto border-line p-4 text-sm max-xl:border-t xl:border-l">
      {escalation ? (
        <section aria-label="Hand-over" className="grid gap-2">
          <h3 className="flex items-center gap-2 text-base font-semibold">
            Handed over <Badge look={["urgent", "high"].includes(escalation.urgency) ? "problem" : "wait"}>{escalation.urgency}</Badge>
          </h3>
          <p>
            {plain(escalation.reason)} · {at(escalation.at, new Date())}
          </p>
          {escalation.summary ? <p className="text-quiet">{escalation.summary}</p> : null}
          {escalation.unsent_draft ? (
            <details>
              <summary>Words that were not sent</summary>
              <p className="mt-1 whitespace-pre-wrap text-quiet">{escalation.unsent_draft}</p>
            </details>
          ) : null}
          {escalation.tried.length > 0 ? (
            <details>
              <summary>What was tried ({escalation.tried.length})</summary>
              <ul className="mt-1 grid gap-1 text-quiet">
                {escalation.tried.map(({ name, outcome }, index) => (
                  <li key={index} className="break-words">
                    <strong>{plain(name)}</strong>: {outcome}
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
        </section>
      ) : null}
      <ThreadNotes id={conversation.id} />
      <section aria-label="Customer" className="grid gap-1">
        <h3 className="text-base font-semibold">Customer</h3>
        <Facts
          of={[
            ["Phone", customer.phone],
            ["E-mail", customer.email],
            ["Consent", opted_out ? "said STOP here" : null],
          ]}
        />
      </section>
      <section aria-label="Conversation" className="grid gap-1">
        <h3 className="text-base font-semibold">Conversation</h3>
        <Facts
          of={[
            ["Messages", analytics.total_messages],
            ["First reply", analytics.first_response_time_seconds === null ? null : `${Math.round(analytics.first_response_time_seconds)} s`],
            ["Booking", analytics.booking_value_usd ? money(analytics.booking_value_usd) : null],
            ["Satisfaction", analytics.customer_satisfaction === null ? null : `${analytics.customer_satisfaction} of 5`],
            ["Cost", Number(analytics.total_cost_usd) > 0 ? `$${Number(analytics.total_cost_usd).toFixed(4)}` : null],
          ]}
        />
      </section>
    </aside>
  );
}

function Facts({ of }: { of: [string, ReactNode][] }) {
  const known = of.filter(([, value]) => value !== null && value !== undefined);
  if (known.length === 0) return <p className="text-quiet">Nothing is known yet.</p>;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
      {known.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-quiet">{name}</dt>
          <dd className="break-words text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
