"use client";

import Link from "next/link";
import { useState } from "react";
import { Button, button } from "@hibachi/ui/button";
import { ComingOf } from "@/journeys/coming";
import { Badge } from "@/shell/badge";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Page, Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { at, day } from "@/shell/words";
import { useBooking, useChefs, useHome } from "./api";
import { CancelDialog } from "./cancel";
import { ChangeDialog } from "./change";
import { Endings } from "./endings";
import { Lines } from "./lines";
import { PartyDocuments } from "./documents";
import { Money } from "./money";
import { PlaceDialog } from "./place";
import { clock, elsewhere, guests, LOOK, STATUS, type Booking } from "./words";

type Open = "change" | "cancel" | "place" | null;

/** One party: what it is, what it costs, its money, and what can be done. */
export function Detail({ id }: { id: string }) {
  const party = useBooking(id);
  if (party.error) return <Refusal error={party.error} again={() => void party.refetch()} className="m-6" />;
  return party.data ? <Shown party={party.data} /> : <Loading what="the party" lines={6} />;
}

function Shown({ party }: { party: Booking }) {
  const [isOpen, open] = useState<Open>(null);
  const mayWrite = useMay("bookings:write");
  const maySeeMoney = useMay("payments:read");
  const maySeeWords = useMay("conversations:read");
  const home = useHome();
  const close = () => open(null);
  const isRunning = ["held", "deposit_pending", "confirmed"].includes(party.status);
  const waitsForPlace = party.status === "cancelled" && Number(party.paid) > 0;
  return (
    <Page
      title={party.name ?? "Without a name"}
      about={`${day(party.event_date)}, ${clock(party.event_time)}${elsewhere(party.zone, home)} · ${guests(party)}`}
      actions={
        <>
          <Badge look={LOOK[party.status]}>{STATUS[party.status]}</Badge>
          {mayWrite && isRunning ? (
            <>
              <Button size="small" look="quiet" onClick={() => open("change")}>
                Change
              </Button>
              <Button size="small" look="quiet" onClick={() => open("cancel")}>
                Cancel the party
              </Button>
            </>
          ) : null}
          {mayWrite && waitsForPlace ? (
            <Button size="small" look="quiet" onClick={() => open("place")}>
              Give it another time
            </Button>
          ) : null}
          {mayWrite ? <Endings party={party} /> : null}
        </>
      }
    >
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <Facts party={party} />
        <Lines quoteId={party.quote_id} party={party} />
        {maySeeMoney ? <Money party={party} /> : null}
        {maySeeMoney ? <PartyDocuments party={party} /> : null}
        {maySeeWords ? <ComingOf bookingId={party.id} /> : null}
      </div>
      {isOpen === "change" ? <ChangeDialog party={party} onClose={close} /> : null}
      {isOpen === "cancel" ? <CancelDialog party={party} onClose={close} /> : null}
      {isOpen === "place" ? <PlaceDialog party={party} onClose={close} /> : null}
    </Page>
  );
}

function Facts({ party }: { party: Booking }) {
  const chef = useChefs().data?.find(({ id }) => id === party.chef_id)?.name;
  const facts: [string, string | null][] = [
    ["Chef", chef ?? (party.chef_id === null ? "nobody yet" : `number ${party.chef_id}`)],
    ["Where", [party.location, party.zip_code].filter(Boolean).join(", ")],
    ["Phone", party.phone],
    ["E-mail", party.email],
    ["Occasion", party.event_type],
    ["Notes", party.notes],
    ["Was moved", party.reschedules > 0 ? `${party.reschedules} times` : null],
    ["Why cancelled", party.cancelled_reason?.replaceAll("_", " ") ?? null],
    ["Held until", party.hold_expires_at ? at(party.hold_expires_at, new Date()) : null],
    ["Made", at(party.created_at, new Date())],
  ];
  return (
    <Panel
      title="The party"
      actions={
        <>
          <Link href={{ pathname: "/customers", query: { id: party.customer_id } }} className={button({ look: "plain", size: "small" })}>
            The customer
          </Link>
          <Link href={{ pathname: "/calendar", query: { date: party.event_date, view: "day" } }} className={button({ look: "plain", size: "small" })}>
            On the calendar
          </Link>
        </>
      }
    >
      {party.dietary.length > 0 ? (
        <p className="m-4 mb-0 rounded-lg bg-honey-soft px-3 py-2 font-semibold text-honey">Allergies and diets: {party.dietary.join("; ")}</p>
      ) : null}
      <dl className="grid grid-cols-[8rem_1fr] gap-x-4 gap-y-1.5 p-4 text-sm">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className="contents">
              <dt className="text-quiet">{name}</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Panel>
  );
}
