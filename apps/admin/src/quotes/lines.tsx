"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { PricedLines } from "@/parties/lines";
import { Loading } from "@/shell/loading";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { money } from "@/shell/words";

/** One price, line by line, as it was told; by the version of the policies that it keeps. */
export function QuoteLines({ id, onClose }: { id: string; onClose: () => void }) {
  const quote = useQuery({
    queryKey: ["quote", id],
    queryFn: () => answered(api.GET("/api/v1/quotes/{quote_id}", { params: { path: { quote_id: id } } })),
    staleTime: Infinity,
  });
  return (
    <Panel title="The price">
      <Refusal error={quote.error} className="m-4" />
      {quote.isPending ? <Loading what="the price" /> : null}
      {quote.data ? (
        <>
          <PricedLines priced={quote.data} />
          <p className="border-t border-line px-4 py-3 text-sm text-quiet">
            Deposit {money(quote.data.deposit)}. By policy version {quote.data.policy_version}.
          </p>
        </>
      ) : null}
      <div className="border-t border-line p-3">
        <Button look="quiet" size="small" onClick={onClose}>
          Close the price
        </Button>
      </div>
    </Panel>
  );
}
