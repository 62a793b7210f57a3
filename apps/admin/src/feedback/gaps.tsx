"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { button, Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { oneOf, useAddress } from "@/shell/address";
import { EntryDialog } from "@/knowledge/entry-dialog";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Choice } from "@/shell/choice";
import { Dialog } from "@/shell/dialog";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Page } from "@/shell/page";
import { asRows } from "@/shell/rows";
import { at, plain } from "@/shell/words";

type Gap = Schemas["Gap"];
const STATES = { open: "Open", closed: "Closed", all: "All" } as const;

/** Questions whose answers did not help: what was asked, what was said, what to look at, and what was done about it. */
export function GapsPage() {
  const [said, say] = useAddress("status");
  const status = oneOf(STATES, said, "open");
  const [closing, close] = useState<Gap | null>(null);
  const [answering, answer] = useState<Gap | null>(null);
  const query = useQuery({
    queryKey: ["knowledge-gaps", status],
    queryFn: () => answered(api.GET("/api/v1/admin/knowledge-gaps", { params: { query: { status, limit: 200 } } })),
  });
  return (
    <Page
      title="Knowledge gaps"
      about="Questions that nothing answers, and answers that did not help. Answer one and the concierge knows it; or correct the facts and close the gap."
      actions={<Choice label="State" value={status} options={STATES} onChange={say} />}
    >
      <Listed what="gaps" of={asRows(query, (rows) => rows)} empty="No gap is open. What the concierge does not know, and a reply that somebody calls unhelpful, stand here.">
        {(gaps) => (
          <ul className="grid gap-4 xl:grid-cols-2">
            {gaps.map((gap) => (
              <GapCard key={gap.id} gap={gap} onClose={() => close(gap)} onAnswer={() => answer(gap)} />
            ))}
          </ul>
        )}
      </Listed>
      {closing ? <Closing gap={closing} onClose={() => close(null)} /> : null}
      {answering ? <EntryDialog gap={answering} onClose={() => answer(null)} /> : null}
    </Page>
  );
}

function GapCard({ gap, onClose, onAnswer }: { gap: Gap; onClose: () => void; onAnswer: () => void }) {
  const mayWrite = useMay("conversations:write");
  const mayTeach = useMay("knowledge:write");
  return (
    <li className="grid content-start gap-3 rounded-xl border border-line bg-raised p-4">
      <p className="flex flex-wrap items-center gap-2 text-sm text-quiet">
        {gap.topic ? <Badge>{plain(gap.topic)}</Badge> : null}
        {at(gap.at, new Date())}
      </p>
      <p className="font-semibold">{gap.question ?? "The question is not known."}</p>
      {gap.answer ? <p className="line-clamp-4 whitespace-pre-wrap text-sm text-quiet">{gap.answer}</p> : null}
      <p className="text-sm">{gap.suggestion}</p>
      {gap.closed_at ? <p className="text-sm text-leaf">Done: {gap.resolution}</p> : null}
      <div className="flex flex-wrap gap-2">
        <Link
          href={{ pathname: "/inbox", query: { id: gap.conversation_id, shelf: "all" } }}
          className={button({ look: "quiet", size: "small" })}
        >
          Open the thread
        </Link>
        {mayTeach && !gap.closed_at ? (
          <Button size="small" onClick={onAnswer}>
            Answer it
          </Button>
        ) : null}
        {mayWrite && !gap.closed_at ? (
          <Button look="quiet" size="small" onClick={onClose}>
            Close the gap
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function Closing({ gap, onClose }: { gap: Gap; onClose: () => void }) {
  const closing = useChange({
    call: (resolution: string) =>
      answered(
        api.POST("/api/v1/admin/knowledge-gaps/{gap_id}/close", { params: { path: { gap_id: gap.id } }, body: { resolution } }),
      ),
    touches: [["knowledge-gaps"]],
    done: "The gap is closed.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    closing.mutate(String(new FormData(event.currentTarget).get("resolution")));
  };
  return (
    <Dialog title="Close the gap" about={gap.question} open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="What was done about it" name="resolution" required maxLength={500} />
        <Button type="submit" disabled={closing.isPending}>
          Close it
        </Button>
      </form>
    </Dialog>
  );
}
