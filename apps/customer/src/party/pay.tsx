"use client";

import { Button } from "@hibachi/ui/button";
import { Notice } from "@hibachi/ui/notice";
import { CreditCard } from "lucide-react";
import { useFacts } from "@/facts/facts";
import { listed, money } from "@/facts/words";
import { Refusal } from "@/parts/refusal";
import type { Booking, Key } from "./party";
import { isAwaited, toPay, useCards, usePay, type Purpose } from "./paying";

type Props = { party: Key; booking: Booking; paid: Purpose | null };

const WORDS: Record<Purpose, { pay: string; here: string }> = {
  deposit: { pay: "Pay the deposit by card", here: "Your deposit is here. Thank you!" },
  balance: { pay: "Pay the rest by card", here: "Your payment is here. Thank you!" },
};

/** How the party is paid: by card where that is on, and always the other ways; what was sent off is said as it is. */
export function Pay({ party, booking, paid }: Props) {
  const due = toPay(booking);
  const isOn = useCards();
  const pay = usePay(party);
  const isWaiting = isAwaited(paid, booking);
  return (
    <div className="grid gap-3">
      {paid && !isWaiting && booking.status !== "cancelled" ? <Notice kind="good" title={WORDS[paid].here} /> : null}
      {isWaiting ? (
        <Notice kind="plain" title="We are waiting for the bank.">
          This page shows it as soon as the money is here. You need not pay again.
        </Notice>
      ) : null}
      <Refusal error={pay.error} />
      {due && isOn ? (
        <Button
          look={isWaiting ? "quiet" : undefined}
          className="justify-self-start"
          disabled={pay.isPending || pay.isSuccess}
          onClick={() => pay.mutate(due)}
        >
          <CreditCard aria-hidden className="size-4" /> {isWaiting ? "It did not work? Try again" : WORDS[due].pay}
        </Button>
      ) : null}
      {due === "deposit" ? <OtherWays deposit={booking.deposit} cards={isOn} /> : null}
    </div>
  );
}

function OtherWays({ deposit, cards }: { deposit: string; cards: boolean }) {
  const { policies, business } = useFacts().policies;
  return (
    <p className="text-quiet">
      The {money(deposit)} deposit confirms it. We {cards ? "also " : ""}take {listed(policies.payment_methods, "or")}; we
      send you how to pay. Questions:{" "}
      <a className="underline underline-offset-4" href={`tel:${business.phone}`}>
        call us
      </a>
      .
    </p>
  );
}
