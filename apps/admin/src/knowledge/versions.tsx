"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Badge, type Look } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { asRows } from "@/shell/rows";
import { Table, type Column } from "@/shell/table";
import { at } from "@/shell/words";
import { Changes } from "./version-changes";

type Version = Schemas["KnowledgeVersion"];
const LOOKS: Record<Version["state"], Look> = { building: "wait", waiting: "wait", live: "good", superseded: "plain", rejected: "problem" };

/** Each state of the whole: what changed, how it compares, and the way back. */
export function Versions() {
  const mayWrite = useMay("knowledge:write");
  const query = useQuery({ queryKey: ["knowledge", "versions"], queryFn: () => answered(api.GET("/api/v1/admin/knowledge/versions")) });
  const build = useChange({
    call: () => answered(api.POST("/api/v1/admin/knowledge/versions")),
    touches: [["knowledge"]],
    done: "What fits is built beside the present and compared; read the list again in a moment.",
  });
  const columns: Column<Version>[] = [
    { name: "Version", cell: (one) => one.id },
    { name: "What changed", cell: (one) => one.note },
    { name: "State", cell: (one) => <Badge look={LOOKS[one.state]}>{one.state}</Badge> },
    { name: "Stored questions", cell: Compared, isExtra: true },
    { name: "Passages", cell: (one) => one.passages, isFigure: true, isExtra: true },
    { name: "Made", cell: (one) => at(one.made_at, new Date()), isExtra: true },
    ...(mayWrite ? [{ name: "Do", cell: (one: Version) => <Decide version={one} /> }] : []),
  ];
  return (
    <Panel
      title="Versions"
      actions={
        mayWrite ? (
          <Button look="quiet" size="small" disabled={build.isPending} onClick={() => build.mutate(undefined)}>
            Build one with what was learnt
          </Button>
        ) : null
      }
    >
      <Listed what="versions" of={asRows(query, (rows) => rows)} empty="There is no version yet.">
        {(rows) => <Table caption="Versions" columns={columns} rows={rows} keyOf={(one) => one.id} />}
      </Listed>
    </Panel>
  );
}

function Compared({ report }: Version) {
  if (!report) return null;
  const lost = (report.lost as string[] | undefined) ?? [];
  return (
    <span className="grid gap-1">
      <span>{`${String(report.right_before)} right before, ${String(report.right_after)} after, of ${String(report.questions)}`}</span>
      {lost.length ? <span className="text-ember">{`Lost: ${lost.join("; ")}`}</span> : null}
    </span>
  );
}

function Decide({ version }: { version: Version }) {
  const [isOpen, open] = useState(false);
  const params = { path: { number: version.id } };
  const touches = [["knowledge"]];
  const goBack = useChange({ call: () => answered(api.POST("/api/v1/admin/knowledge/versions/{number}/roll-back", { params })), touches, done: "The older version is in force again." });
  if (version.state === "superseded")
    return (
      <Button look="quiet" size="small" disabled={goBack.isPending} onClick={() => goBack.mutate(undefined)}>
        Go back to it
      </Button>
    );
  if (version.state !== "waiting") return null;
  return (
    <>
      <Button size="small" onClick={() => open(true)}>
        Look and decide
      </Button>
      {isOpen ? <Changes version={version} onClose={() => open(false)} /> : null}
    </>
  );
}
