"use client";

import type { Schemas } from "@hibachi/api-client";
import { Badge } from "@/shell/badge";
import { Listed } from "@/shell/listed";
import { Panel } from "@/shell/page";
import { Table, type Column } from "@/shell/table";
import { at, plain } from "@/shell/words";
import { useCorpus } from "./looks";

type Pair = Schemas["CorpusPair"];

const COLUMNS: Column<Pair>[] = [
  { name: "Question", cell: (one) => <span className="line-clamp-4 max-w-prose">{one.question}</span> },
  { name: "As it was", cell: (one) => <span className="line-clamp-6 max-w-prose text-quiet">{one.bad_output}</span> },
  { name: "As it should be", cell: (one) => <span className="line-clamp-6 max-w-prose">{one.good_output}</span> },
  {
    name: "Tags",
    cell: (one) => (
      <span className="flex flex-wrap gap-1">
        {one.tags.map((tag) => (
          <Badge key={tag}>{plain(tag)}</Badge>
        ))}
      </span>
    ),
    isExtra: true,
  },
  { name: "When", cell: (one) => at(one.updated_at, new Date()), isExtra: true },
];

/** The pairs to train on, without personal data. Nothing is trained on them by itself. */
export function Corpus() {
  return (
    <Panel title="Training corpus">
      <Listed what="pairs" of={useCorpus()} empty="There is no pair yet. Each reply that is written better becomes one.">
        {(rows) => <Table caption="Training corpus" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} />}
      </Listed>
    </Panel>
  );
}
