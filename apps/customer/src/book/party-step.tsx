"use client";

import { Button } from "@hibachi/ui/button";
import { Notice } from "@hibachi/ui/notice";
import { useState } from "react";
import { Refusal } from "@/parts/refusal";
import { DishFields, GuestFields } from "@/quote/form";
import { usePrice } from "@/quote/price";
import { Ticket } from "@/quote/ticket";
import { isZip, type Wish } from "@/quote/wish";

/** Who comes, what they eat, and where. */
export function PartyStep({ wish, onDone }: { wish: Wish; onDone: () => void }) {
  const { data, error, isFetching } = usePrice(wish);
  const [tried, setTried] = useState(false);
  const missing = tried ? missingOf(wish) : null;
  function next() {
    setTried(true);
    if (!missingOf(wish)) onDone();
  }
  return (
    <div className="grid gap-10 lg:grid-cols-[1.3fr_1fr] lg:items-start">
      <form
        aria-label="Your party"
        className="grid gap-8"
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <GuestFields />
        <DishFields />
        {missing ? <Notice kind="problem" title={missing} /> : null}
        <Button type="submit" className="justify-self-start">
          See free times
        </Button>
      </form>
      <div className="grid gap-4 lg:sticky lg:top-6">
        <Refusal error={error} />
        {data ? <Ticket quote={data} stale={isFetching} /> : null}
      </div>
    </div>
  );
}

function missingOf(wish: Wish): string | null {
  if (wish.adults + wish.children + wish.toddlers === 0) return "How many guests will come?";
  if (!isZip(wish.zip)) return "Which ZIP code is the party in? Five digits.";
  return null;
}
