"use client";

import { button } from "@hibachi/ui/button";
import { Notice } from "@hibachi/ui/notice";
import { CalendarPlus } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { HoldTimer } from "@/book/timer";
import { useFacts } from "@/facts/facts";
import { clock, day, guests, money } from "@/facts/words";
import { calendarFile } from "./calendar-file";
import type { Booking } from "./party";

const STATES: Record<Booking["status"], string> = {
  held: "Held, not booked yet",
  deposit_pending: "Booked, waiting for the deposit",
  confirmed: "Confirmed",
  completed: "It was a pleasure",
  cancelled: "Cancelled",
  no_show: "Nobody was there",
};

/** What is booked, what is paid, and what is due. */
export function Summary({ booking, fresh, children }: { booking: Booking; fresh: boolean; children?: ReactNode }) {
  const { business } = useFacts().policies;
  const file = useMemo(
    () => `data:text/calendar;charset=utf-8,${encodeURIComponent(calendarFile(booking, business.name))}`,
    [booking, business.name],
  );
  return (
    <section aria-label="Your party" className="grid gap-5">
      {fresh && booking.status === "deposit_pending" ? (
        <Notice kind="good" title="It is booked.">
          Keep this page's address: with it you can see and change your party.
        </Notice>
      ) : null}
      <h1 className="text-5xl font-semibold tracking-tight">{day(booking.event_date)}</h1>
      <p className="text-xl">
        {clock(booking.event_time)}, {guests(booking)}, {booking.location ?? `ZIP ${booking.zip_code}`}
      </p>
      <p data-testid="status" className="font-semibold text-ember">
        {STATES[booking.status]}
      </p>
      <Money booking={booking} />
      {children}
      <div>
        <a href={file} download="party.ics" className={button({ look: "quiet" })}>
          <CalendarPlus aria-hidden className="size-4" /> Add to my calendar
        </a>
      </div>
    </section>
  );
}

function Money({ booking }: { booking: Booking }) {
  const rows = [
    ["Total", booking.total_amount],
    ["Paid", booking.paid],
    ["Still to pay", booking.balance],
  ] as const;
  return (
    <div>
      <dl className="divide-y divide-line border-y border-line font-mono">
        {rows.map(([name, amount]) => (
          <div key={name} className="flex justify-between py-2">
            <dt>{name}</dt>
            <dd className="tabular-nums">{money(amount)}</dd>
          </div>
        ))}
      </dl>
      {booking.status === "deposit_pending" && booking.hold_expires_at ? (
        <div className="mt-3">
          <HoldTimer until={booking.hold_expires_at} onOver={() => undefined} />
        </div>
      ) : null}
    </div>
  );
}
