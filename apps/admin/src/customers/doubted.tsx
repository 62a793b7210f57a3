"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { answered, api } from "@hibachi/api-client";
import { Badge } from "@/shell/badge";
import { Loading } from "@/shell/loading";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { wordsOf } from "./remembered";

/** Memories that the weekly check doubts: said twice, or no longer borne out by their source. */
export function DoubtedMemories() {
  const found = useQuery({ queryKey: ["customers", "memory-findings"], queryFn: () => answered(api.GET("/api/v1/admin/customers/memory-findings")) });
  return (
    <Panel title="Memories to look at">
      <Refusal error={found.error} className="m-4" again={() => void found.refetch()} />
      {found.isPending ? <Loading what="memories" lines={1} /> : null}
      {found.data?.length === 0 ? <p className="p-4 text-sm text-quiet">The weekly check doubts nothing.</p> : null}
      <ul className="divide-y divide-line text-sm">
        {found.data?.map((one) => (
          <li key={one.memory.id} className="flex flex-wrap items-center gap-3 px-4 py-2.5">
            <Badge look="problem">{one.kind === "duplicate" ? "said twice" : "not borne out"}</Badge>
            <Link href={{ pathname: "/customers", query: { id: one.customer_id } }} className="font-semibold underline-offset-2 hover:underline">
              {one.name ?? "Without a name"}
            </Link>
            <span>{wordsOf(one.memory)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
