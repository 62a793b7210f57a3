"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Area } from "@/shell/area";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { asRows } from "@/shell/rows";

type Candidate = Schemas["KnowledgeCandidate"];

/** Approved and praised replies that could be known: nothing of it is told before a person says so. */
export function Candidates() {
  const [accepting, accept] = useState<Candidate | null>(null);
  const query = useQuery({
    queryKey: ["knowledge", "candidates"],
    queryFn: () => answered(api.GET("/api/v1/admin/knowledge/candidates")),
  });
  return (
    <Panel title="Learnt, waiting for you">
      <Listed what="candidates" of={asRows(query, (rows) => rows)} empty="Nothing waits. Replies that you approve stand here.">
        {(rows) => (
          <ul className="grid gap-3 p-4">
            {rows.map((one) => (
              <Card key={one.id} one={one} onAccept={() => accept(one)} />
            ))}
          </ul>
        )}
      </Listed>
      {accepting ? <Accepting one={accepting} onClose={() => accept(null)} /> : null}
    </Panel>
  );
}

function Card({ one, onAccept }: { one: Candidate; onAccept: () => void }) {
  const mayWrite = useMay("knowledge:write");
  const dismiss = useChange({
    call: () => answered(api.POST("/api/v1/admin/knowledge/candidates/{candidate_id}/dismiss", { params: { path: { candidate_id: one.id } } })),
    touches: [["knowledge"]],
    done: "It is not kept.",
  });
  return (
    <li className="grid gap-2 border-b border-line pb-3 last:border-0">
      <p className="font-semibold">{one.title}</p>
      <p className="whitespace-pre-wrap text-sm text-quiet">{one.text}</p>
      {one.problem ? (
        <p>
          <Badge look="problem">{one.problem}</Badge>
        </p>
      ) : null}
      {mayWrite ? (
        <span className="flex flex-wrap gap-2">
          <Button look="quiet" size="small" onClick={onAccept}>
            Keep it
          </Button>
          <Button look="quiet" size="small" disabled={dismiss.isPending} onClick={() => dismiss.mutate(undefined)}>
            Not worth keeping
          </Button>
        </span>
      ) : null}
    </li>
  );
}

function Accepting({ one, onClose }: { one: Candidate; onClose: () => void }) {
  const keeping = useChange({
    call: (body: { title: string; text: string }) =>
      answered(api.POST("/api/v1/admin/knowledge/candidates/{candidate_id}/accept", { params: { path: { candidate_id: one.id } }, body })),
    touches: [["knowledge"]],
    done: "The concierge knows it from now on.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    keeping.mutate({ title: String(form.get("title")), text: String(form.get("text")) });
  };
  return (
    <Dialog title="Keep it" about={one.problem ?? "Write it so that it holds for every customer."} open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="What customers ask" name="title" required minLength={3} maxLength={300} defaultValue={one.title} />
        <Area label="The answer" name="text" required minLength={3} maxLength={2000} rows={5} defaultValue={one.text} />
        <Button type="submit" disabled={keeping.isPending}>
          Keep it
        </Button>
      </form>
    </Dialog>
  );
}
