"use client";

import { useSearchParams } from "next/navigation";
import { Notice } from "@hibachi/ui/notice";
import type { ReactNode } from "react";
import { Refusal } from "@/parts/refusal";
import { Invite } from "@/friends/invite";
import { CancelParty } from "./cancel";
import { ChangeGuests } from "./change-guests";
import { Documents } from "./documents";
import { MoveParty } from "./move";
import { useParty, type Booking, type Key } from "./party";
import { Pay } from "./pay";
import { paidFor, type Purpose } from "./paying";
import { Summary } from "./summary";

/** The party behind a signed link. */
export function PartyPage() {
  const query = useSearchParams();
  const [id, token] = [query.get("id"), query.get("token")];
  if (!id || !token) return <NoLink />;
  return <Party party={{ id, token }} fresh={query.has("new")} paid={paidFor(query)} />;
}

function Party({ party, fresh, paid }: { party: Key; fresh: boolean; paid: Purpose | null }) {
  const { data, error } = useParty(party, paid);
  if (error) {
    return (
      <NoParty>
        <Refusal error={error} />
      </NoParty>
    );
  }
  if (!data) return <p className="text-quiet">One moment.</p>;
  return (
    <div className="grid gap-10 lg:grid-cols-[1fr_1.2fr] lg:items-start">
      <Summary booking={data} fresh={fresh && !paid}>
        <Pay party={party} booking={data} paid={paid} />
        <Documents party={party} booking={data} />
        {data.status === "confirmed" || data.status === "completed" ? <Invite party={party} /> : null}
      </Summary>
      {isOpen(data) ? (
        <div className="grid gap-4">
          <h2 className="text-3xl font-semibold">Change something</h2>
          <ChangeGuests party={party} booking={data} />
          <MoveParty party={party} booking={data} />
          <CancelParty party={party} />
        </div>
      ) : null}
    </div>
  );
}

function isOpen(booking: Booking): boolean {
  return booking.status === "deposit_pending" || booking.status === "confirmed";
}

function NoLink() {
  return (
    <NoParty>
      <Notice kind="plain" title="This page opens with the link of your party.">
        You got it when you booked. If it is lost, ask us in the chat or by phone.
      </Notice>
    </NoParty>
  );
}

function NoParty({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-6">
      <h1 className="text-5xl font-semibold tracking-tight">Your party</h1>
      {children}
    </div>
  );
}
