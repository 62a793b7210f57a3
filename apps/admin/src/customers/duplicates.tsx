"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Page, Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { DoubtedMemories } from "./doubted";
import { MergeDialog } from "./merge-dialogs";

type Pair = { kept: Schemas["Customer"]; gone: Schemas["Customer"] };

/** Pairs who share an address and have like names: nothing is merged by itself. */
export function Duplicates() {
  const [chosen, choose] = useState<Pair | null>(null);
  const may = useMay("customers:merge");
  const found = useQuery({ queryKey: ["duplicates"], queryFn: () => answered(api.GET("/api/v1/admin/customers/duplicates")) });
  return (
    <Page title="Who may be one person" about="They share an address that at least one of them only says, and have like names. You decide.">
      <Panel title="Pairs">
        <Refusal error={found.error} className="m-4" again={() => void found.refetch()} />
        {found.isPending ? <Loading what="pairs" /> : null}
        {found.data?.length === 0 ? <p className="p-6 text-quiet">Nobody looks like somebody else.</p> : null}
        <ul className="divide-y divide-line">
          {found.data?.map((pair) => (
            <li key={pair.customers.map(({ id }) => id).join()} className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 text-sm">
              {pair.customers.map(({ id, name, phone, email }) => (
                <Link key={id} href={{ pathname: "/customers", query: { id } }} className="font-semibold underline-offset-2 hover:underline">
                  {name ?? "Without a name"} <span className="block font-normal text-quiet">{phone ?? email}</span>
                </Link>
              ))}
              <span className="mr-auto text-quiet">share {pair.shared.join(", ")}</span>
              {may ? (
                <Button size="small" look="quiet" onClick={() => choose(pairOf(pair.customers))}>
                  Make them one
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </Panel>
      <DoubtedMemories />
      {chosen ? <MergeDialog {...chosen} onClose={() => choose(null)} /> : null}
    </Page>
  );
}

function pairOf([kept, gone]: Schemas["Customer"][]): Pair | null {
  return kept && gone ? { kept, gone } : null;
}
