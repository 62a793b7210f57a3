"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button, button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { CustomerNotes } from "@/crm/notes";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Page, Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { plain } from "@/shell/words";
import { AskingPanel } from "./asking";
import { Consent } from "./consent";
import { OwnData } from "./forget";
import { History } from "./history";
import { MemoryPanel } from "./memory";
import { Merges } from "./merges";
import { Recommending } from "./recommending";

type Person = Schemas["CustomerDetail"];

const PEOPLE = [["customers"], ["customer"], ["audit"]];

/** One person: how we know them, what they want to hear, what they did with us, and who they were merged with. */
export function CustomerDetail({ id }: { id: string }) {
  const path = { customer_id: id };
  const person = useQuery({
    queryKey: ["customer", id],
    queryFn: () => answered(api.GET("/api/v1/admin/customers/{customer_id}", { params: { path } })),
  });
  const [isOpen, open] = useState(false);
  const mayWrite = useMay("customers:write");
  const mayBook = useMay("bookings:write");
  const maySeeTalks = useMay("conversations:read");
  if (person.error) return <Refusal error={person.error} again={() => void person.refetch()} className="m-6" />;
  if (!person.data) return <Loading what="the customer" lines={5} />;
  const { name, phone, email, identities, preferred_channel } = person.data;
  return (
    <Page
      title={name ?? phone ?? email ?? "Without a name"}
      about={preferred_channel ? `Prefers ${plain(preferred_channel)}` : undefined}
      actions={
        <>
          {mayBook ? (
            <Link href={{ pathname: "/bookings", query: { new: 1, customer: person.data.id } }} className={button({ look: "quiet", size: "small" })}>
              New party
            </Link>
          ) : null}
          {mayWrite ? (
            <Button size="small" look="quiet" onClick={() => open(true)}>
              Correct
            </Button>
          ) : null}
        </>
      }
    >
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <Panel title="Addresses">
          <ul className="grid gap-2 p-4 text-sm">
            {identities.map(({ kind, value, proven }) => (
              <li key={`${kind} ${value}`} className="flex flex-wrap items-center gap-2">
                <span className="w-20 text-quiet">{kind}</span>
                <span className="min-w-0 break-all">{value}</span>
                <Badge look={proven ? "good" : "plain"}>{proven ? "proven" : "said"}</Badge>
              </li>
            ))}
            {identities.length === 0 ? <li className="text-quiet">No address is known. Note one with “Correct”.</li> : null}
          </ul>
        </Panel>
        <Consent id={person.data.id} />
        <History id={person.data.id} />
        {maySeeTalks ? <CustomerNotes id={person.data.id} /> : null}
        <MemoryPanel id={person.data.id} />
        <AskingPanel id={person.data.id} />
        <Recommending id={person.data.id} />
        <Merges id={person.data.id} />
        <OwnData id={person.data.id} />
      </div>
      {isOpen ? <Correct person={person.data} onClose={() => open(false)} /> : null}
    </Page>
  );
}

function Correct({ person, onClose }: { person: Person; onClose: () => void }) {
  const changing = useChange({
    call: (body: Schemas["CustomerChange"]) =>
      answered(api.PATCH("/api/v1/admin/customers/{customer_id}", { params: { path: { customer_id: person.id } }, body })),
    touches: PEOPLE,
    done: "Corrected.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const said = (name: string) => String(given.get(name) ?? "").trim() || null;
    const fields = { name: said("name"), phone: said("phone"), email: said("email") };
    const changed = Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== person[name as keyof typeof fields]));
    changing.mutate({ ...changed, reason: said("reason") });
  };
  return (
    <Dialog title="Correct" about="It proves nothing of an address, and every field that changes is in the audit log." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Name" name="name" maxLength={200} defaultValue={person.name ?? ""} />
        <Field label="Phone" name="phone" type="tel" maxLength={200} defaultValue={person.phone ?? ""} />
        <Field label="E-mail" name="email" type="email" maxLength={200} defaultValue={person.email ?? ""} />
        <Field label="Why" name="reason" maxLength={200} />
        <Refusal error={changing.error} />
        <Button type="submit" disabled={changing.isPending}>
          Save
        </Button>
      </form>
    </Dialog>
  );
}
