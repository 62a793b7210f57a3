"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Choice } from "@/shell/choice";
import { Dialog } from "@/shell/dialog";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { at, plain } from "@/shell/words";
import { rowOf, wordsOf } from "./remembered";

type Memory = Schemas["MemoryDetail"];
type Kind = Schemas["NewMemory"]["kind"];

const KINDS: Record<Kind, string> = {
  preferred_name: "what to call them",
  dietary: "diet or allergy",
  important_date: "birthday or anniversary",
  contact_method: "how to reach them (sms, email, phone, whatsapp)",
  special_request: "a wish",
};

/** What is remembered of a person, each memory with where it comes from; staff add, confirm and delete. */
export function MemoryPanel({ id }: { id: string }) {
  const [isOpen, open] = useState(false);
  const mayWrite = useMay("customers:write");
  const path = { customer_id: id };
  const found = useQuery({
    queryKey: ["customer", id, "memory"],
    queryFn: () => answered(api.GET("/api/v1/admin/customers/{customer_id}/memory", { params: { path } })),
  });
  const touches = [["customer", id], ["audit"]];
  const deleting = useChange({
    call: (memory_id: string) =>
      answered(api.DELETE("/api/v1/admin/customers/{customer_id}/memory/{memory_id}", { params: { path: { ...path, memory_id } } })),
    touches,
  });
  const confirming = useChange({
    call: (memory_id: string) =>
      answered(api.POST("/api/v1/admin/customers/{customer_id}/memory/{memory_id}/confirm", { params: { path: { ...path, memory_id } } })),
    touches,
  });
  return (
    <Panel
      title="Remembered"
      actions={
        mayWrite ? (
          <Button size="small" look="quiet" onClick={() => open(true)}>
            Remember something
          </Button>
        ) : null
      }
    >
      <Refusal error={found.error} className="m-4" />
      {found.isPending ? <Loading what="what is remembered" /> : null}
      {found.data?.memories.length === 0 ? <p className="p-4 text-sm text-quiet">Nothing is remembered of them yet.</p> : null}
      {found.data?.row ? (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-b border-line p-4 text-sm">
          {rowOf(found.data.row).map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-quiet">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <ul className="divide-y divide-line text-sm" aria-label="Memories">
        {found.data?.memories.map((memory) => (
          <li key={memory.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <Badge look={memory.confirmed_at ? "good" : "plain"}>{memory.confirmed_at ? plain(memory.kind) : "not confirmed"}</Badge>
            <span className="mr-auto min-w-0">
              {wordsOf(memory)}
              <span className="block text-quiet">{source(memory)}</span>
            </span>
            {mayWrite && !memory.confirmed_at ? (
              <Button size="small" look="quiet" disabled={confirming.isPending} onClick={() => confirming.mutate(memory.id)}>
                It is so
              </Button>
            ) : null}
            {mayWrite ? (
              <Button size="small" look="quiet" disabled={deleting.isPending} onClick={() => deleting.mutate(memory.id)}>
                Forget this
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {isOpen ? <Remember id={id} onClose={() => open(false)} /> : null}
    </Panel>
  );
}

function source(memory: Memory): string {
  const from = memory.source === "message" ? `said “${memory.words ?? "…"}”` : memory.source === "booking" ? "a party" : "noted by staff";
  return `${from}, ${at(memory.told_at, new Date())}; kept until ${memory.expires_at.slice(0, 10)}`;
}

function Remember({ id, onClose }: { id: string; onClose: () => void }) {
  const [kind, choose] = useState<Kind>("special_request");
  const [type, chooseType] = useState<"birthday" | "anniversary">("birthday");
  const adding = useChange({
    call: (body: Schemas["NewMemory"]) =>
      answered(api.POST("/api/v1/admin/customers/{customer_id}/memory", { params: { path: { customer_id: id } }, body })),
    touches: [["customer", id], ["audit"]],
    done: "Remembered.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const date = String(given.get("date") ?? "") || null;
    adding.mutate({ kind, type, text: String(given.get("text") ?? ""), date });
  };
  return (
    <Dialog title="Remember something" about="The concierge uses it only with whom the channel proves to be them." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Choice label="What" value={kind} options={KINDS} onChange={choose} />
        {kind === "important_date" ? (
          <>
            <Choice label="Which" value={type} options={{ birthday: "birthday", anniversary: "anniversary" }} onChange={chooseType} />
            <Field label="Day" name="date" type="date" required />
            <Field label="Whose (empty: their own)" name="text" maxLength={100} />
          </>
        ) : (
          <Field label="In a few words" name="text" maxLength={500} required />
        )}
        <Refusal error={adding.error} />
        <Button type="submit" disabled={adding.isPending}>
          Remember it
        </Button>
      </form>
    </Dialog>
  );
}
