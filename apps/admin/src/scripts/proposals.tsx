"use client";

import { useState } from "react";
import { Button } from "@hibachi/ui/button";
import { Badge, type Look } from "@/shell/badge";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { at } from "@/shell/words";
import { Decide } from "./decide";
import { situationOf, useProposals, type Book, type Proposal } from "./scripts";

const STATES: Record<Proposal["state"], [Look, string]> = {
  waiting: ["wait", "waits"],
  released: ["good", "released"],
  rejected: ["problem", "rejected"],
  superseded: ["plain", "replaced by a newer one"],
  undone: ["plain", "taken back"],
};
export type Deed = "release" | "reject" | "undo";

/** Changes of scripts: those that wait for a yes, or those that were decided. */
export function Proposals({ shelf, book }: { shelf: "waiting" | "decided"; book: Book | undefined }) {
  const [deciding, decide] = useState<{ one: Proposal; deed: Deed } | null>(null);
  const mayDecide = useMay("policies:write");
  return (
    <Panel title={shelf === "waiting" ? "Waiting for a yes" : "Decided"}>
      <Listed what="proposals" of={useProposals(shelf)} empty={shelf === "waiting" ? "Nothing waits. A script that somebody adds or improves stands here first." : "Nothing was decided yet."}>
        {(rows) => (
          <ul className="grid gap-3 p-4">
            {rows.map((one) => (
              <Card key={one.id} one={one} book={book}>
                {mayDecide ? <Deeds one={one} onDeed={(deed) => decide({ one, deed })} /> : null}
              </Card>
            ))}
          </ul>
        )}
      </Listed>
      {deciding ? <Decide {...deciding} onClose={() => decide(null)} /> : null}
    </Panel>
  );
}

function Card({ one, book, children }: { one: Proposal; book: Book | undefined; children: React.ReactNode }) {
  const [look, word] = STATES[one.state];
  return (
    <li className="grid gap-2 border-b border-line pb-3 last:border-0">
      <p className="flex flex-wrap items-center gap-2 text-sm text-quiet">
        <Badge look={look}>{word}</Badge>
        <span className="font-semibold text-ink">{situationOf(one, book)}</span>
        <span className="font-mono text-xs">{one.key}</span>
      </p>
      {one.before ? <p className="whitespace-pre-wrap text-sm text-quiet line-through">{one.before.text}</p> : null}
      <p className="whitespace-pre-wrap">{one.after ? one.after.text : "It is taken out."}</p>
      {one.says && one.says !== one.after?.text ? <p className="text-sm text-quiet">Today it says: {one.says}</p> : null}
      <p className="text-sm text-quiet">
        {one.note} · {one.proposed_by_name}, {at(one.proposed_at, new Date())}
        {one.decided_at ? ` · ${word} by ${one.undone_by_name ?? one.decided_by_name}${one.decision_reason ? `: ${one.decision_reason}` : ""}` : ""}
        {one.policy_version ? ` · version ${one.undone_version ?? one.policy_version}` : ""}
      </p>
      {children}
    </li>
  );
}

function Deeds({ one, onDeed }: { one: Proposal; onDeed: (deed: Deed) => void }) {
  if (one.state === "released")
    return (
      <Button look="quiet" size="small" className="justify-self-start" onClick={() => onDeed("undo")}>
        Take it back
      </Button>
    );
  if (one.state !== "waiting") return null;
  return (
    <span className="flex flex-wrap gap-2">
      <Button size="small" onClick={() => onDeed("release")}>
        Release
      </Button>
      <Button look="quiet" size="small" onClick={() => onDeed("reject")}>
        Reject
      </Button>
    </span>
  );
}
