"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { asRows } from "@/shell/rows";
import { Table, type Column } from "@/shell/table";
import { at, plain } from "@/shell/words";
import { EntryDialog } from "./entry-dialog";

type Entry = Schemas["KnowledgeEntry"];
const EMPTY = {
  own: "There is no entry of yours yet. Add what customers ask and your policies do not say.",
  stale: "Every entry was confirmed in the last 30 days.",
  profile: "Nothing is made from your policies yet; it is as soon as the worker runs.",
} as const;

/** Passages in force, with how they are doing. */
export function Entries({ part }: { part: keyof typeof EMPTY }) {
  const mayWrite = useMay("knowledge:write");
  const [changing, change] = useState<Entry | null>(null);
  const query = useQuery({
    queryKey: ["knowledge", part],
    queryFn: () =>
      answered(
        api.GET("/api/v1/admin/knowledge", {
          params: { query: { limit: 200, stale: part === "stale", by_people: part === "own", source: part === "profile" ? "profile" : undefined } },
        }),
      ),
  });
  const columns: Column<Entry>[] = [
    { name: "Question", cell: (one) => <Words entry={one} /> },
    { name: "Kind", cell: (one) => plain(one.category), isExtra: true },
    { name: "Found", cell: (one) => one.times_retrieved, isFigure: true, isExtra: true },
    { name: "Used", cell: (one) => one.times_used_in_response, isFigure: true },
    { name: "Booked", cell: (one) => one.times_led_to_booking, isFigure: true, isExtra: true },
    { name: "Score", cell: (one) => one.performance_score.toFixed(2), isFigure: true, isExtra: true },
    ...(mayWrite && part !== "profile" ? [{ name: "Do", cell: (one: Entry) => <Acts entry={one} onChange={() => change(one)} /> }] : []),
  ];
  return (
    <Panel title={part === "profile" ? "Made from your policies" : "Entries"}>
      <Listed what="entries" of={asRows(query, (page) => page.entries)} empty={EMPTY[part]}>
        {(rows) => <Table caption="What is known" columns={columns} rows={rows} keyOf={(one) => one.id} />}
      </Listed>
      {changing ? <EntryDialog entry={changing} onClose={() => change(null)} /> : null}
    </Panel>
  );
}

function Words({ entry }: { entry: Entry }) {
  return (
    <span className="grid max-w-prose gap-1">
      <span>{entry.title}</span>
      <span className="whitespace-pre-wrap font-normal text-quiet">{entry.text}</span>
      {entry.problem ? (
        <span>
          <Badge look="problem">{entry.problem}</Badge>
        </span>
      ) : null}
      {entry.stale ? (
        <span>
          <Badge look="wait">{`last confirmed ${at(entry.confirmed_at, new Date())}`}</Badge>
        </span>
      ) : null}
    </span>
  );
}

function Acts({ entry, onChange }: { entry: Entry; onChange: () => void }) {
  const params = { path: { entry_id: entry.id } };
  const confirm = useChange({
    call: () => answered(api.POST("/api/v1/admin/knowledge/{entry_id}/confirm", { params })),
    touches: [["knowledge"]],
    done: "The entry is confirmed.",
  });
  const retire = useChange({
    call: () => answered(api.DELETE("/api/v1/admin/knowledge/{entry_id}", { params })),
    touches: [["knowledge"]],
    done: "The entry is out. The version before still has it.",
  });
  return (
    <span className="flex flex-wrap gap-2">
      <Button look="quiet" size="small" onClick={onChange}>
        Change
      </Button>
      {entry.stale || entry.problem ? (
        <Button look="quiet" size="small" disabled={confirm.isPending} onClick={() => confirm.mutate(undefined)}>
          Still true
        </Button>
      ) : null}
      <Button look="quiet" size="small" disabled={retire.isPending} onClick={() => retire.mutate(undefined)}>
        Take out
      </Button>
    </span>
  );
}
