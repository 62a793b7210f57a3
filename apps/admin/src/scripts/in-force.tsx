"use client";

import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { Table, type Column } from "@/shell/table";
import type { Book, Script } from "./scripts";

/** The scripts of the policies in force, as customers read them today. */
export function InForce({ book, onChange }: { book: Book; onChange: (script: Script) => void }) {
  const mayWrite = useMay("conversations:write");
  const columns: Column<Script>[] = [
    { name: "Situation", cell: (one) => book.situations[one.situation] ?? one.situation },
    { name: "What is said today", cell: (one) => <span className="max-w-prose whitespace-pre-wrap">{one.says ?? one.text}</span> },
    { name: "State", cell: StateOf, isExtra: true },
    ...(mayWrite ? [{ name: "Do", cell: (one: Script) => <Acts script={one} onChange={() => onChange(one)} /> }] : []),
  ];
  return (
    <Panel title="In force">
      {book.scripts.length ? (
        <Table caption="Scripts in force" columns={columns} rows={book.scripts} keyOf={({ key }) => key} />
      ) : (
        <p className="p-6 text-quiet">There is no script yet: the concierge speaks in its own words. Add one for a situation.</p>
      )}
    </Panel>
  );
}

function StateOf({ active, says }: Script) {
  if (says === null) return <Badge look="problem">A fact of it is gone</Badge>;
  return active ? <Badge look="good">Said</Badge> : <Badge>Not said</Badge>;
}

function Acts({ script, onChange }: { script: Script; onChange: () => void }) {
  const { key } = script;
  const taking = useChange({
    call: () => answered(api.POST("/api/v1/admin/scripts/{key}/removal", { params: { path: { key } }, body: { note: "taken out by hand" } })),
    touches: [["scripts"]],
    done: "That it goes waits for a yes.",
  });
  return (
    <span className="flex flex-wrap gap-2">
      <Button look="quiet" size="small" onClick={onChange}>
        Change
      </Button>
      <Button look="quiet" size="small" disabled={taking.isPending} onClick={() => taking.mutate(undefined)}>
        Take out
      </Button>
    </span>
  );
}
