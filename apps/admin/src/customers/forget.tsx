"use client";

import { useState } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { useChange } from "@/shell/change";
import { Choice } from "@/shell/choice";
import { Dialog } from "@/shell/dialog";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";

type Why = Schemas["ForgetOrder"]["why"];

const WHY: Record<Why, string> = { they_asked: "they asked for it", law: "the law asks for it", mistake: "kept by mistake" };
const WORD = "forget";

/** A person's own data: handed to them as a file, or erased for good. */
export function OwnData({ id }: { id: string }) {
  const [isOpen, open] = useState(false);
  const may = useMay("customers:forget");
  const exporting = useChange({
    call: (customer_id: string) => answered(api.GET("/api/v1/admin/customers/{customer_id}/export", { params: { path: { customer_id } } })),
    touches: [["audit"]],
    then: (told) => save(`customer-${told.customer_id}.json`, JSON.stringify(told, null, 2)),
  });
  if (!may) return null;
  return (
    <Panel title="Their data">
      <div className="flex flex-wrap items-center gap-3 p-4 text-sm">
        <p className="mr-auto text-quiet">All that is kept of them as a file, or erased for good: amounts and dates stay, without the person.</p>
        <Button size="small" look="quiet" disabled={exporting.isPending} onClick={() => exporting.mutate(id)}>
          Export
        </Button>
        <Button size="small" look="quiet" onClick={() => open(true)}>
          Forget them
        </Button>
      </div>
      <Refusal error={exporting.error} className="m-4" />
      {isOpen ? <Forget id={id} onClose={() => open(false)} /> : null}
    </Panel>
  );
}

function save(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

function Forget({ id, onClose }: { id: string; onClose: () => void }) {
  const [why, choose] = useState<Why>("they_asked");
  const [typed, type] = useState("");
  const forgetting = useChange({
    call: (body: Schemas["ForgetOrder"]) =>
      answered(api.POST("/api/v1/admin/customers/{customer_id}/forget", { params: { path: { customer_id: id } }, body })),
    touches: [["customers"], ["customer"], ["audit"], ["inbox"]],
    done: "Forgotten.",
    then: onClose,
  });
  return (
    <Dialog title="Forget this customer" about="Name, addresses, messages and memories are erased in every table. It cannot be undone." open onClose={onClose}>
      <div className="grid gap-4">
        <Choice label="Why" value={why} options={WHY} onChange={choose} />
        <Field label={`Type “${WORD}”`} name="word" value={typed} onChange={(event) => type(event.currentTarget.value)} autoComplete="off" />
        <Refusal error={forgetting.error} />
        <Button disabled={typed !== WORD || forgetting.isPending} onClick={() => forgetting.mutate({ why, confirm: id })}>
          Forget for good
        </Button>
      </div>
    </Dialog>
  );
}
