"use client";

import { button } from "@hibachi/ui/button";
import { useFacts } from "@/facts/facts";
import { Link } from "@/parts/link";
import { NotYet } from "@/parts/not-yet";
import { Refusal } from "@/parts/refusal";
import { GuestFields, useRememberedWish } from "@/quote/form";
import { usePrice } from "@/quote/price";
import { Ticket } from "@/quote/ticket";

/** What it is, and the price of the visitor's own party beside it. */
export function Hero() {
  const { business } = useFacts().policies;
  return (
    <div className="grid gap-10 py-8 lg:grid-cols-[1.1fr_1fr] lg:items-start lg:gap-16 lg:py-16">
      <div>
        <h1 className="text-4xl font-semibold leading-[1.08] tracking-tight sm:text-6xl">{business.tagline}</h1>
        <p className="mt-6 max-w-prose text-lg text-quiet">
          Tell us who is coming. The price that you see is worked out by the same book as your bill, to the cent.
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          <Link href="/book" className={button()}>
            Find a free time
          </Link>
          <Link href="/menu" className={button({ look: "quiet" })}>
            See the menu
          </Link>
        </div>
      </div>
      <LivePrice />
    </div>
  );
}

function LivePrice() {
  const wish = useRememberedWish();
  const { data, error, isFetching } = usePrice(wish);
  return (
    <div className="grid gap-5">
      <form aria-label="Your party" className="rounded-2xl border border-line bg-raised p-6" onSubmit={(event) => event.preventDefault()}>
        <NotYet>
          <GuestFields />
        </NotYet>
      </form>
      <Refusal error={error} />
      {data ? <Ticket quote={data} stale={isFetching} /> : null}
    </div>
  );
}
