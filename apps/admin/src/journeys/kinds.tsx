"use client";

import { useState } from "react";
import type { UseQueryResult } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { asRows } from "@/shell/rows";
import { Table, type Column } from "@/shell/table";
import { KINDS, type KindOf } from "./journeys";

type Props = { plan: UseQueryResult<Schemas["Plan"]> };

/** Each kind with its switch, and what became of it in a month. */
export function Kinds({ plan }: Props) {
  const [asked, ask] = useState<KindOf | null>(null);
  const maySwitch = useMay("policies:write");
  const columns: Column<KindOf>[] = [
    {
      name: "Kind",
      cell: ({ kind, marketing }) => (
        <span className="grid">
          {KINDS[kind].name}
          <span className="font-normal text-quiet">
            {KINDS[kind].about}
            {marketing ? "; advertising, so with consent alone" : ""}
          </span>
        </span>
      ),
    },
    { name: "Said", cell: ({ on }) => <Badge look={on ? "good" : "plain"}>{on ? "on" : "off"}</Badge> },
    { name: "Sent", isFigure: true, isExtra: true, cell: ({ counts }) => counts.sent ?? 0 },
    { name: "Held back", isFigure: true, isExtra: true, cell: ({ counts }) => counts.waiting ?? 0 },
    { name: "Failed", isFigure: true, isExtra: true, cell: ({ counts }) => counts.failed ?? 0 },
    ...(maySwitch ? [{ name: "Switch", cell: (one: KindOf) => <Ask one={one} onAsk={() => ask(one)} /> }] : []),
  ];
  return (
    <Panel title="Kinds, and the last thirty days">
      <Listed what="kinds" of={asRows(plan, ({ kinds }) => kinds)} empty="There are none.">
        {(rows) => <Table caption="Kinds of messages" columns={columns} rows={rows} keyOf={({ kind }) => kind} />}
      </Listed>
      {asked ? <SwitchDialog one={asked} onClose={() => ask(null)} /> : null}
    </Panel>
  );
}

function Ask({ one, onAsk }: { one: KindOf; onAsk: () => void }) {
  return (
    <Button size="small" look="quiet" className="whitespace-nowrap" aria-label={`Switch ${one.on ? "off" : "on"}: ${KINDS[one.kind].name}`} onClick={onAsk}>
      Switch {one.on ? "off" : "on"}
    </Button>
  );
}

/** A switch is a new version of the policies: it takes a yes, and stands in the audit log. */
function SwitchDialog({ one, onClose }: { one: KindOf; onClose: () => void }) {
  const name = KINDS[one.kind].name;
  const word = one.on ? "off" : "on";
  const change = useChange({
    call: () =>
      answered(
        api.PATCH("/api/v1/admin/policies", {
          body: { changes: { follow_ups: { says: { [one.kind]: !one.on } } }, note: `${name} switched ${word}` },
        }),
      ),
    touches: [["journeys"], ["policies"]],
    done: `${name}: ${word}.`,
    then: onClose,
  });
  return (
    <Dialog
      title={`Switch ${word}: ${name}`}
      about={one.on ? "Nobody hears it any more, from now on." : "What is due, and not too late, goes out within minutes."}
      open
      onClose={onClose}
    >
      <Button disabled={change.isPending} onClick={() => change.mutate(undefined)}>
        Switch it {word}
      </Button>
    </Dialog>
  );
}
