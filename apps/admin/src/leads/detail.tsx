"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState, type FormEvent } from "react";
import { answered, api } from "@hibachi/api-client";
import { button, Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { CustomerNotes } from "@/crm/notes";
import { Area } from "@/shell/area";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Choice } from "@/shell/choice";
import { Dialog } from "@/shell/dialog";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { at, plain } from "@/shell/words";
import { isOpen, LOOK, SOURCES, wish, type Lead } from "./leads";

const LEADS = [["lead"]];
const REACHED = { contacted: "Contacted", qualified: "Really wants a party" } as const;

/** One lead: what is known, what was done, and the next step. */
export function LeadDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery({
    queryKey: ["lead", "one", id],
    queryFn: () => answered(api.GET("/api/v1/admin/leads/{lead_id}", { params: { path: { lead_id: id } } })),
  });
  const lead = query.data;
  return (
    <Panel
      title={lead?.name ?? "Lead"}
      actions={
        <Button look="quiet" size="small" onClick={onClose}>
          Close
        </Button>
      }
    >
      <div className="p-4">
        {lead ? <Known lead={lead} /> : query.error ? <Refusal error={query.error} again={() => void query.refetch()} /> : <Loading what="the lead" lines={4} />}
      </div>
    </Panel>
  );
}

function Known({ lead }: { lead: Lead }) {
  const [doing, start] = useState<"contact" | "lost" | null>(null);
  const mayWrite = useMay("leads:write");
  const maySeeTalks = useMay("conversations:read");
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap items-center gap-2">
        <Badge look={LOOK[lead.status]}>{plain(lead.status)}</Badge>
        <span className="text-sm text-quiet">
          {SOURCES[lead.source]}
          {lead.reason ? ` (${plain(lead.reason)})` : ""}, {at(lead.created_at, new Date())}; score {lead.score}
        </span>
      </p>
      <p className="font-semibold">{wish(lead)}</p>
      <p className="flex flex-wrap gap-x-4 text-sm">
        {lead.phone ? <a className="underline underline-offset-4" href={`tel:${lead.phone}`}>{lead.phone}</a> : null}
        {lead.email ? <a className="underline underline-offset-4" href={`mailto:${lead.email}`}>{lead.email}</a> : null}
      </p>
      {lead.notes ? <p className="max-w-prose whitespace-pre-wrap text-sm">{lead.notes}</p> : null}
      <p className="text-sm text-quiet">{history(lead)}</p>
      <div className="flex flex-wrap gap-2">
        {lead.customer_id ? <To href="/customers" id={lead.customer_id} words="The customer" /> : null}
        {lead.booking_id ? <To href="/bookings" id={lead.booking_id} words="The party that it became" /> : null}
        {mayWrite && isOpen(lead) ? (
          <>
            <Button size="small" onClick={() => start("contact")}>
              I contacted them
            </Button>
            <Button look="quiet" size="small" onClick={() => start("lost")}>
              Give up
            </Button>
          </>
        ) : null}
      </div>
      {lead.customer_id && maySeeTalks ? <CustomerNotes id={lead.customer_id} /> : null}
      {doing === "contact" ? <Contacted lead={lead} onClose={() => start(null)} /> : null}
      {doing === "lost" ? <Lost lead={lead} onClose={() => start(null)} /> : null}
    </div>
  );
}

function To({ href, id, words }: { href: "/customers" | "/bookings"; id: string; words: string }) {
  return (
    <Link href={{ pathname: href, query: { id } }} className={button({ look: "quiet", size: "small" })}>
      {words}
    </Link>
  );
}

function history({ attempts, follow_ups, last_contact_at, follow_up_at, converted_at, lost_reason }: Lead): string {
  const now = new Date();
  const tried = attempts > 1 ? `Tried ${attempts} times. ` : "";
  if (lost_reason) return `${tried}Given up: ${lost_reason}.`;
  if (converted_at) return `${tried}Has a party since ${at(converted_at, now)}.`;
  const contacted = last_contact_at ? `Contacted ${follow_ups} times, last ${at(last_contact_at, now)}. ` : "Not contacted yet. ";
  return `${tried}${contacted}${follow_up_at ? `Ask again: ${at(follow_up_at, now)}.` : "Asked often enough."}`;
}

type DialogProps = { lead: Lead; onClose: () => void };

function Contacted({ lead, onClose }: DialogProps) {
  const [status, reach] = useState<keyof typeof REACHED>("contacted");
  const noting = useChange({
    call: (body: { notes: string | null; again_at: string | null }) =>
      answered(
        api.POST("/api/v1/admin/leads/{lead_id}/follow-up", { params: { path: { lead_id: lead.id } }, body: { status, ...body } }),
      ),
    touches: LEADS,
    done: "It is noted.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const again = String(given.get("again"));
    noting.mutate({ notes: String(given.get("notes")) || null, again_at: again ? new Date(again).toISOString() : null });
  };
  return (
    <Dialog title="Contacted" about="Without a date the owner's hours say when to ask again." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Choice label="They are" value={status} options={REACHED} onChange={reach} />
        <Area label="What came of it" name="notes" maxLength={2000} defaultValue={lead.notes ?? ""} />
        <Field label="Ask again on" name="again" type="datetime-local" />
        <Refusal error={noting.error} />
        <Button type="submit" disabled={noting.isPending}>
          Note it
        </Button>
      </form>
    </Dialog>
  );
}

function Lost({ lead, onClose }: DialogProps) {
  const losing = useChange({
    call: (reason: string) =>
      answered(api.POST("/api/v1/admin/leads/{lead_id}/lost", { params: { path: { lead_id: lead.id } }, body: { reason } })),
    touches: LEADS,
    done: "The lead is given up.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    losing.mutate(String(new FormData(event.currentTarget).get("reason")));
  };
  return (
    <Dialog title="Give up this lead" about="A new wish of the same person is a new lead." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Reason" name="reason" required maxLength={200} />
        <Refusal error={losing.error} />
        <Button type="submit" disabled={losing.isPending}>
          Give up
        </Button>
      </form>
    </Dialog>
  );
}
