"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api, origin, type Schemas } from "@hibachi/api-client";
import { FileText } from "lucide-react";
import { money } from "@/facts/words";
import type { Booking, Key } from "./party";

type Paper = { id: string; name: string };

/** Invoices and receipts of the party, each a PDF; nothing where there are none yet. */
export function Documents({ party, booking }: { party: Key; booking: Booking }) {
  const { data } = useQuery({
    queryKey: ["party", party.id, "documents", booking.paid, booking.revision],
    queryFn: () =>
      answered(
        api.GET("/api/v1/bookings/{booking_id}/documents", {
          params: { path: { booking_id: party.id }, query: { token: party.token } },
        }),
      ),
  });
  const papers = data ? papersOf(data) : [];
  if (papers.length === 0) return null;
  return (
    <section aria-label="Invoices and receipts" className="grid gap-2">
      <h2 className="text-lg font-semibold">Invoices and receipts</h2>
      <ul className="grid gap-1">
        {papers.map(({ id, name }) => (
          <li key={id}>
            <a className="inline-flex items-center gap-2 underline underline-offset-4" href={addressOf(party, id)} target="_blank" rel="noreferrer">
              <FileText aria-hidden className="size-4" /> {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What each is called: the invoices first, as they were issued, then a receipt for each payment and refund. */
export function papersOf({ invoices, receipts }: Schemas["Documents"]): Paper[] {
  return [
    ...invoices.map(({ id, kind, number, total, state }) => ({
      id,
      name: `${kind === "credit" ? "Credit note" : "Invoice"} ${number}, ${money(total)}${state === "void" ? " (void)" : ""}`,
    })),
    ...receipts.map(({ id, kind, amount }) => ({
      id,
      name: `${kind === "refund" ? "Refund" : "Receipt"}, ${money(amount)}`,
    })),
  ];
}

function addressOf({ id, token }: Key, document: string): string {
  return `${origin()}/api/v1/bookings/${id}/documents/${document}.pdf?${new URLSearchParams({ token }).toString()}`;
}
