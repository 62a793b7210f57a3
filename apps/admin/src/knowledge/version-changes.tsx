"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Listed } from "@/shell/listed";
import { asRows } from "@/shell/rows";

type Version = Schemas["KnowledgeVersion"];
type Detail = Schemas["VersionDetail"];
type Words = Schemas["PassageWords"];

/** What a version that waits would say beside what is said now, word for word, and the decision. */
export function Changes({ version, onClose }: { version: Version; onClose: () => void }) {
  const params = { path: { number: version.id } };
  const query = useQuery({
    queryKey: ["knowledge", "versions", version.id],
    queryFn: () => answered(api.GET("/api/v1/admin/knowledge/versions/{number}", { params })),
  });
  const decided = { touches: [["knowledge"]], then: onClose };
  const approve = useChange({ ...decided, call: () => answered(api.POST("/api/v1/admin/knowledge/versions/{number}/approve", { params })), done: "It is in force." });
  const reject = useChange({ ...decided, call: () => answered(api.POST("/api/v1/admin/knowledge/versions/{number}/reject", { params })), done: "It is rejected." });
  return (
    <Dialog title={`Version ${version.id}`} about="What the concierge would say from now on." open onClose={onClose}>
      <Listed what="changes" of={asRows(query, (detail) => [detail])} empty="Nothing differs.">
        {([detail]) => (detail ? <Differences detail={detail} /> : null)}
      </Listed>
      <span className="flex flex-wrap gap-2">
        <Button size="small" disabled={!query.data || approve.isPending} onClick={() => approve.mutate(undefined)}>
          Approve
        </Button>
        <Button look="quiet" size="small" disabled={reject.isPending} onClick={() => reject.mutate(undefined)}>
          Reject
        </Button>
      </span>
    </Dialog>
  );
}

function Differences({ detail }: { detail: Detail }) {
  return (
    <>
      <Part title="New" items={detail.added} show={(one) => <Passage words={one} />} />
      <Part
        title="Said otherwise"
        items={detail.changed}
        show={(one) => (
          <>
            <Passage words={one} />
            <span className="text-quiet line-through">
              <Passage words={one.before} />
            </span>
          </>
        )}
      />
      <Part title="Gone" items={detail.removed} show={(one) => <Passage words={one} />} />
    </>
  );
}

function Part<One extends Words>({ title, items, show }: { title: string; items: One[]; show: (one: One) => ReactNode }) {
  if (!items.length) return null;
  return (
    <section aria-label={title} className="grid gap-2">
      <h3 className="font-semibold">{`${title}: ${items.length}`}</h3>
      <ul className="grid gap-2">
        {items.map((one, place) => (
          <li key={place} className="grid gap-1 rounded-xl border border-line p-3 text-sm">
            {show(one)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Passage({ words }: { words: Words }) {
  return (
    <span className="grid gap-0.5">
      <span className="font-semibold">{words.title}</span>
      <span className="whitespace-pre-wrap">{words.text}</span>
    </span>
  );
}
