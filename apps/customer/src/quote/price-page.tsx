"use client";

import { button } from "@hibachi/ui/button";
import { useState } from "react";
import { Asked } from "@/parts/asked";
import { Link } from "@/parts/link";
import { NotYet } from "@/parts/not-yet";
import { Refusal } from "@/parts/refusal";
import { DishFields, GuestFields, useRememberedWish } from "./form";
import { usePrice, useToldPrice } from "./price";
import { Share } from "./share";
import { Ticket } from "./ticket";

/** The calculator; or, behind a link, a price as it was told. */
export function PricePage() {
  const [told, tell] = useState<string | null>(null);
  return (
    <>
      <Asked name="id" tell={tell} />
      {told ? <ToldPrice id={told} /> : <Calculator />}
    </>
  );
}

/** Guests, dishes and ZIP, and what they come to. */
function Calculator() {
  const wish = useRememberedWish();
  const { data, error, isFetching } = usePrice(wish);
  return (
    <div className="mt-8 grid gap-10 lg:grid-cols-[1.3fr_1fr] lg:items-start">
      <form aria-label="Your party" className="grid gap-8" onSubmit={(event) => event.preventDefault()}>
        <NotYet>
          <GuestFields />
          <DishFields />
        </NotYet>
      </form>
      <div className="grid gap-4 lg:sticky lg:top-6">
        <Refusal error={error} />
        {data ? (
          <>
            <Ticket quote={data} stale={isFetching} />
            <div className="flex flex-wrap gap-3">
              <Link href="/book" className={button()}>
                Find a free time
              </Link>
              <Share id={data.id} />
            </div>
          </>
        ) : null}
      </div>
    </div>
  );
}

function ToldPrice({ id }: { id: string }) {
  const { data, error } = useToldPrice(id);
  return (
    <div className="mt-8 grid max-w-xl gap-4">
      <Refusal error={error} />
      {data ? <Ticket quote={data} /> : null}
      <Link href="/quote" className={button({ look: "quiet", className: "justify-self-start" })}>
        Work out another price
      </Link>
    </div>
  );
}
