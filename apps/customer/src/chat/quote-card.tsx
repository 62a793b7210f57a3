"use client";

import { useState } from "react";
import { Link } from "@/parts/link";
import { Ticket } from "@/quote/ticket";
import { useToldPrice } from "@/quote/price";

/** The price that a reply tells, line by line when it is asked for; the same lines stand behind its own link. */
export function QuoteCard({ id }: { id: string }) {
  const [isOpen, open] = useState(false);
  const { data, error } = useToldPrice(isOpen ? id : null);
  return (
    <div className="grid justify-items-start gap-2">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => open(!isOpen)}
        className="text-sm font-semibold underline decoration-line underline-offset-4 hover:decoration-ember"
      >
        {isOpen ? "Hide the lines" : "Show every line of this price"}
      </button>
      {isOpen && error ? <p className="text-sm text-quiet">The lines cannot be shown just now. Try again in a minute.</p> : null}
      {isOpen && data ? (
        <div className="w-full">
          <Ticket quote={data} />
          <Link href={{ pathname: "/quote", query: { id } }} className="mt-2 inline-block text-sm underline underline-offset-4">
            This price on a page of its own
          </Link>
        </div>
      ) : null}
    </div>
  );
}
