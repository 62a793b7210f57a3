"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Notice } from "@hibachi/ui/notice";
import { useCallback, useState } from "react";
import { clock, day, money } from "@/facts/words";
import { Refusal } from "@/parts/refusal";
import { SmallPrint } from "@/parts/small-print";
import { Ticket } from "@/quote/ticket";
import { accept, useHold, type Held, type Host } from "./hold";
import { HoldTimer } from "./timer";

const NOBODY: Host = { name: "", phone: "", email: "", location: "", dietary: "" };

/** Who hosts, and the yes to the price. */
export function DetailsStep({ held, onBack }: { held: Held; onBack: () => void }) {
  const router = useRouter();
  const [host, setHost] = useState(NOBODY);
  const [over, setOver] = useState(false);
  const change = (part: Partial<Host>) => setHost((before) => ({ ...before, ...part }));
  const booking = useMutation({
    mutationFn: () => accept(held, host),
    onSuccess: (booked) => {
      useHold.getState().keep(null);
      router.push(`/party?id=${booked.id}&token=${encodeURIComponent(held.token)}&new=1`);
    },
  });
  const lapsed = useCallback(() => setOver(true), []);
  return (
    <div className="grid gap-10 lg:grid-cols-[1.3fr_1fr] lg:items-start">
      <form
        aria-label="Your details"
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          booking.mutate();
        }}
      >
        <h2 className="text-3xl font-semibold">
          {day(held.booking.event_date)} at {clock(held.booking.event_time)}
        </h2>
        {over ? (
          <Notice kind="problem" title="The time was not kept any longer.">
            It may still be free: book now, or choose another time.
          </Notice>
        ) : (
          <HoldTimer until={held.expires_at} onOver={lapsed} />
        )}
        <HostFields host={host} change={change} />
        <Refusal error={booking.error} />
        <SmallPrint act="By booking" terms />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" disabled={booking.isPending}>
            Book for {money(held.quote.total ?? held.booking.total_amount)}
          </Button>
          <Button look="plain" onClick={onBack}>
            Choose another time
          </Button>
        </div>
      </form>
      <Ticket quote={held.quote} />
    </div>
  );
}

type FieldsProps = { host: Host; change: (part: Partial<Host>) => void };

function HostFields({ host, change }: FieldsProps) {
  return (
    <>
      <Field label="Your name" autoComplete="name" required value={host.name} onChange={(event) => change({ name: event.target.value })} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label="Mobile number"
          type="tel"
          autoComplete="tel"
          required={!host.email}
          value={host.phone}
          onChange={(event) => change({ phone: event.target.value })}
        />
        <Field
          label="E-mail"
          type="email"
          autoComplete="email"
          required={!host.phone}
          hint="One of the two is enough."
          value={host.email}
          onChange={(event) => change({ email: event.target.value })}
        />
      </div>
      <Field
        label="Street address of the party"
        hint="You can add it later."
        autoComplete="street-address"
        value={host.location}
        onChange={(event) => change({ location: event.target.value })}
      />
      <Field
        label="Allergies and diets"
        hint="A severe allergy? Ask us in the chat first: a person will answer."
        value={host.dietary}
        onChange={(event) => change({ dietary: event.target.value })}
      />
    </>
  );
}
