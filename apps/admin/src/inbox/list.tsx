"use client";

import { Badge, type Look } from "@/shell/badge";
import { Listed } from "@/shell/listed";
import type { Rows } from "@/shell/rows";
import { ago } from "@/shell/words";
import { channelName, type Filters, type Line } from "./inbox";

const BY = { customer: "", ai: "Concierge: ", human: "We: ", system: "" } as const;
const LOOKS: Record<string, Look> = { urgent: "problem", high: "problem", normal: "wait", low: "plain" };

type Props = { threads: Rows<Line>; filters: Filters; selected: string | null; onSelect: (id: string) => void };

/** The threads, the newest talk first; each says who, what was said last, and what waits. */
export function ThreadList({ threads, filters, selected, onSelect }: Props) {
  const narrowed = filters.q || filters.channel !== "any" || filters.urgency !== "any" || filters.shelf !== "open";
  const empty = narrowed
    ? "No thread fits. Take a filter away, or search for something else."
    : "Nobody has written yet. A message on any channel stands here as soon as it comes.";
  return (
    <Listed what="threads" of={threads} empty={empty}>
      {(lines) => (
        <ul>
          {lines.map((line) => (
            <li key={line.id} data-id={line.id} className="border-b border-line">
              <button
                type="button"
                aria-current={line.id === selected ? "true" : undefined}
                onClick={() => onSelect(line.id)}
                className="grid w-full gap-1 px-4 py-3 text-left hover:bg-raised aria-[current]:bg-ember-soft"
              >
                <ThreadLine line={line} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Listed>
  );
}

function ThreadLine({ line }: { line: Line }) {
  return (
    <>
      <span className="flex items-baseline gap-2">
        <strong className="truncate">{line.customer_name ?? "Somebody new"}</strong>
        <span className="ml-auto shrink-0 text-xs text-quiet">{ago(line.last_message_at, new Date())}</span>
      </span>
      <span className="line-clamp-2 text-sm text-quiet">
        {line.last_by ? BY[line.last_by] : ""}
        {line.last_words}
      </span>
      <span className="flex flex-wrap items-center gap-1.5 text-xs text-quiet">
        {channelName(line.channel)}
        {line.status === "escalated" ? <Badge look={LOOKS[line.urgency ?? "normal"]}>{line.urgency ?? "handed over"}</Badge> : null}
        {line.assigned_name ? <Badge>{line.assigned_name}</Badge> : null}
        {line.has_draft ? <Badge look="wait">Draft</Badge> : null}
        {line.status === "closed" ? <Badge>Closed</Badge> : null}
        {line.booking_created ? <Badge look="good">Booked</Badge> : null}
        {line.waiting && line.status === "escalated" ? <span className="ml-auto font-semibold text-ember">{line.waiting} unanswered</span> : null}
      </span>
    </>
  );
}
