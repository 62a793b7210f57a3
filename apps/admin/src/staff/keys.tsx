"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Page, Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { Table } from "@/shell/table";
import { at } from "@/shell/words";
import { Secret } from "./secret";

type Key = Schemas["Key"];

const KEYS = [["keys"], ["audit"]];

/** Keys of other programs: what each may do, and until when. */
export function Keys() {
  const [isOpen, open] = useState<"new" | Key | null>(null);
  const [secret, tell] = useState<string | null>(null);
  const mayWrite = useMay("users:write");
  const keys = useQuery({ queryKey: ["keys"], queryFn: () => answered(api.GET("/api/v1/admin/api-keys")) });
  const close = () => open(null);
  return (
    <Page
      title="API keys"
      about="For other programs. They send it as X-API-Key, and the audit log names it."
      actions={
        mayWrite ? (
          <Button size="small" onClick={() => open("new")}>
            New key
          </Button>
        ) : null
      }
    >
      <Panel title="Keys">
        <Refusal error={keys.error} className="m-4" again={() => void keys.refetch()} />
        {keys.isPending ? <Loading what="keys" /> : null}
        {keys.data?.length === 0 ? <p className="p-6 text-quiet">No program has a key. Make one for the first that needs the API.</p> : null}
        {keys.data && keys.data.length > 0 ? (
          <Table
            caption="List of keys"
            rows={keys.data}
            keyOf={({ id }) => id}
            columns={[
              { name: "Name", cell: ({ name, prefix }) => <>{name} <span className="font-mono font-normal text-quiet">{prefix}…</span></> },
              { name: "May", cell: ({ scopes }) => scopes.join(", ") },
              { name: "State", cell: (key) => <State of={key} /> },
              {
                name: "Action",
                cell: (key) =>
                  mayWrite && !key.revoked_at ? (
                    <Button look="plain" size="small" className="min-h-6" aria-label={`End the key ${key.name}`} onClick={() => open(key)}>
                      End it
                    </Button>
                  ) : null,
              },
            ]}
          />
        ) : null}
      </Panel>
      {isOpen === "new" ? <NewKey onClose={close} onSecret={tell} /> : null}
      {isOpen && isOpen !== "new" ? <EndKey which={isOpen} onClose={close} /> : null}
      {secret ? <Secret title="The key" secret={secret} onClose={() => tell(null)} /> : null}
    </Page>
  );
}

function State({ of: { revoked_at, expires_at } }: { of: Key }) {
  if (revoked_at) return <Badge look="problem">ended {at(revoked_at, new Date())}</Badge>;
  if (!expires_at) return <Badge look="good">holds</Badge>;
  const isOver = Date.parse(expires_at) <= Date.now();
  return <Badge look={isOver ? "problem" : "good"}>{`${isOver ? "ended" : "until"} ${at(expires_at, new Date())}`}</Badge>;
}

function EndKey({ which, onClose }: { which: Key; onClose: () => void }) {
  const ending = useChange({
    call: (id: string) => answered(api.DELETE("/api/v1/admin/api-keys/{key_id}", { params: { path: { key_id: id } } })),
    touches: KEYS,
    done: "The key opens nothing any more.",
    then: onClose,
  });
  return (
    <Dialog title={`End the key ${which.name}`} about="Whatever uses it is refused from now on. There is no way back." open onClose={onClose}>
      <Refusal error={ending.error} />
      <Button disabled={ending.isPending} onClick={() => ending.mutate(which.id)}>
        Yes, end it
      </Button>
    </Dialog>
  );
}

function NewKey({ onClose, onSecret }: { onClose: () => void; onSecret: (secret: string) => void }) {
  const [scopes, choose] = useState<string[]>([]);
  const roles = useQuery({ queryKey: ["roles"], queryFn: () => answered(api.GET("/api/v1/admin/roles")), staleTime: Infinity });
  const making = useChange({
    call: (body: Schemas["NewKey"]) => answered(api.POST("/api/v1/admin/api-keys", { body })),
    touches: KEYS,
    then: ({ secret }) => {
      onClose();
      onSecret(secret);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const until = String(given.get("until"));
    making.mutate({ name: String(given.get("name")), scopes, expires_at: until ? new Date(`${until}T23:59:59`).toISOString() : null });
  };
  return (
    <Dialog title="New key" about="Give it only what the program needs." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Name" name="name" maxLength={100} required />
        <Field label="Last day" name="until" type="date" hint="Left empty, it holds until you end it." />
        <fieldset className="grid gap-2">
          <legend className="mb-1 text-sm font-semibold">What it may do</legend>
          <Refusal error={roles.error} />
          {roles.data?.permissions.map(({ name, description }) => (
            <label key={name} className="flex items-center gap-2 text-sm">
              <input
                type="checkbox"
                className="size-4"
                checked={scopes.includes(name)}
                onChange={(event) => choose(event.target.checked ? [...scopes, name] : scopes.filter((one) => one !== name))}
              />
              {description}
            </label>
          ))}
        </fieldset>
        <Refusal error={making.error} />
        <Button type="submit" disabled={making.isPending || scopes.length === 0}>
          Make the key
        </Button>
      </form>
    </Dialog>
  );
}
