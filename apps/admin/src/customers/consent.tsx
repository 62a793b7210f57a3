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

type Channel = Schemas["OptOut"]["channel"];

const CHANNELS: Record<Channel, string> = {
  sms: "SMS",
  email: "e-mail",
  instagram: "Instagram",
  facebook: "Facebook",
  whatsapp: "WhatsApp",
  phone: "phone",
  web_chat: "web chat",
};

/** What a person wants to hear: what they stopped, and the ledger of what they agreed to. */
export function Consent({ id }: { id: string }) {
  const [isOpen, open] = useState(false);
  const mayWrite = useMay("customers:write");
  const found = useQuery({
    queryKey: ["customer", id, "consent"],
    queryFn: () => answered(api.GET("/api/v1/admin/customers/{customer_id}/consent", { params: { path: { customer_id: id } } })),
  });
  return (
    <Panel
      title="Consent"
      actions={
        mayWrite ? (
          <Button size="small" look="quiet" onClick={() => open(true)}>
            They want no more
          </Button>
        ) : null
      }
    >
      <Refusal error={found.error} className="m-4" />
      {found.isPending ? <Loading what="consent" /> : null}
      {found.data ? (
        <div className="grid gap-3 p-4 text-sm">
          {found.data.opted_out.map((one) => (
            <p key={one.channel} className="rounded-lg bg-ember-soft px-3 py-2">
              <strong>No more by {CHANNELS[one.channel]}</strong> since {at(one.at, new Date())}: “{one.words}”. Only their own START ends it.
            </p>
          ))}
          {found.data.ledger.length === 0 ? <p className="text-quiet">They agreed to nothing and stopped nothing so far.</p> : null}
          <ul className="grid gap-2">
            {found.data.ledger.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-2">
                <Badge look={one.granted ? "good" : "problem"}>{one.granted ? "yes" : "no"}</Badge>
                <span>
                  {plain(one.purpose)} by {CHANNELS[one.channel]}
                </span>
                <span className="text-quiet">
                  “{one.words}”, {plain(one.basis)}, {at(one.at, new Date())}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {isOpen ? <Stop id={id} onClose={() => open(false)} /> : null}
    </Panel>
  );
}

function Stop({ id, onClose }: { id: string; onClose: () => void }) {
  const [channel, choose] = useState<Channel>("sms");
  const stopping = useChange({
    call: (body: Schemas["Stop"]) =>
      answered(api.POST("/api/v1/admin/customers/{customer_id}/opt-outs", { params: { path: { customer_id: id } }, body })),
    touches: [["customer", id], ["audit"]],
    done: "Noted: nothing more goes there.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    stopping.mutate({ channel, words: String(new FormData(event.currentTarget).get("words")) });
  };
  return (
    <Dialog title="They want no more messages" about="It holds at once, and only their own START ends it." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Choice label="By" value={channel} options={CHANNELS} onChange={choose} />
        <Field label="In their words" name="words" maxLength={500} required />
        <Refusal error={stopping.error} />
        <Button type="submit" disabled={stopping.isPending}>
          Note it
        </Button>
      </form>
    </Dialog>
  );
}
