"use client";

import { answered, api } from "@hibachi/api-client";
import { Badge } from "@/shell/badge";
import { Choice } from "@/shell/choice";
import { Listed } from "@/shell/listed";
import { Panel } from "@/shell/page";
import { useRows } from "@/shell/rows";
import { Table, type Column } from "@/shell/table";
import { at } from "@/shell/words";
import { What, Whom } from "./coming";
import { LOOKS, STATES, reason, type Journey, type Kind, type State } from "./journeys";

type Props = {
  kinds: Record<Kind | "any", string>;
  kind: Kind | "any";
  state: State | "any";
  onNarrow: (changes: Record<string, string | null>) => void;
};

const COLUMNS: Column<Journey>[] = [
  { name: "To", cell: Whom },
  { name: "Message", cell: (one) => <What {...one} /> },
  {
    name: "State",
    cell: ({ state, reason: why }) => (
      <span className="grid justify-items-start gap-1">
        <Badge look={LOOKS[state]}>{STATES[state]}</Badge>
        {why ? <span className="text-quiet">{reason(why)}</span> : null}
      </span>
    ),
  },
  { name: "Due", isExtra: true, cell: ({ due_at }) => at(due_at, new Date()) },
  { name: "Since", cell: ({ sent_at, updated_at }) => at(sent_at ?? updated_at, new Date()) },
];

/** What was due, and what became of it. */
export function Past({ kinds, kind, state, onNarrow }: Props) {
  const rows = useRows(["journeys", "past", kind, state], async (before: string | null) => {
    const query = { kind: kind === "any" ? undefined : kind, state: state === "any" ? undefined : state, before: before ?? undefined };
    const { journeys, next } = await answered(api.GET("/api/v1/admin/journeys", { params: { query } }));
    return { rows: journeys, next };
  });
  const narrowed = kind !== "any" || state !== "any";
  return (
    <Panel title="What was due">
      <div className="flex flex-wrap gap-3 p-4">
        <Choice label="Kind" value={kind} options={kinds} onChange={(value) => onNarrow({ kind: value })} />
        <Choice label="State" value={state} options={STATES} onChange={(value) => onNarrow({ state: value })} />
      </div>
      <Listed what="messages" of={rows} empty={narrowed ? "Nothing fits. Take a filter away." : "Nothing was due yet. The worker looks every five minutes."}>
        {(found) => <Table caption="What was due" columns={COLUMNS} rows={found} keyOf={({ id }) => id} />}
      </Listed>
    </Panel>
  );
}
