"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Loading } from "@/shell/loading";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { money } from "@/shell/words";
import type { Booking } from "./words";

/** The price of a party, line by line, as its quote keeps it. */
export function Lines({ quoteId, party }: { quoteId: string; party: Booking }) {
  const quote = useQuery({
    queryKey: ["quote", quoteId],
    queryFn: () => answered(api.GET("/api/v1/quotes/{quote_id}", { params: { path: { quote_id: quoteId } } })),
    staleTime: Infinity,
  });
  return (
    <Panel title="Price">
      <Refusal error={quote.error} className="m-4" />
      {quote.isPending ? <Loading what="the price" /> : null}
      {quote.data ? (
        <>
          <PricedLines priced={quote.data} />
          <p className="border-t border-line px-4 py-3 text-sm text-quiet">
            Deposit {money(party.deposit)}, of which {money(party.deposit_paid)} came. By policy version {party.policy_version}.
          </p>
        </>
      ) : null}
    </Panel>
  );
}

type Priced = Pick<Schemas["PricedParty"], "lines" | "total">;

/** Every line of a price and what they add up to. */
export function PricedLines({ priced }: { priced: Priced }) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">The lines of the price</caption>
      <tbody>
        {priced.lines.map((line) => (
          <tr key={`${line.component} ${line.key}`} className="border-b border-line">
            <th scope="row" className="px-4 py-2 text-left font-normal">
              {line.quantity} {line.label} <span className="text-quiet">× {money(line.unit)}</span>
            </th>
            <td className="px-4 py-2 text-right">{money(line.amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="px-4 py-2 text-left font-semibold">
            Total
          </th>
          <td className="px-4 py-2 text-right text-lg font-semibold">{priced.total === null ? "unknown" : money(priced.total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
