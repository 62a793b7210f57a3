"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Badge } from "@/shell/badge";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { at } from "@/shell/words";
import { UndoDialog } from "./merge-dialogs";

type Merge = Schemas["MergeDetail"];

/** Who was merged into a person and parted from them again, by whom and why. */
export function Merges({ id }: { id: string }) {
  const [undoing, undo] = useState<Merge | null>(null);
  const may = useMay("customers:merge");
  const found = useQuery({
    queryKey: ["customer", id, "merges"],
    queryFn: () => answered(api.GET("/api/v1/admin/customers/{customer_id}/merges", { params: { path: { customer_id: id } } })),
  });
  return (
    <Panel title="Merges">
      <Refusal error={found.error} className="m-4" />
      {found.isPending ? <Loading what="merges" lines={1} /> : null}
      {found.data?.length === 0 ? <p className="p-4 text-sm text-quiet">Nobody was merged with them. Look for pairs under “Who may be one person”.</p> : null}
      <ul className="divide-y divide-line text-sm">
        {found.data?.map((merge) => (
          <li key={merge.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <Badge look={merge.undone_at ? "plain" : "good"}>{merge.undone_at ? "undone" : merge.how}</Badge>
            <span className="mr-auto">
              {merge.reason} <span className="text-quiet">({merge.by_name}, {at(merge.at, new Date())})</span>
              {merge.undone_reason ? <span className="block text-quiet">Undone by {merge.undone_by_name}: {merge.undone_reason}</span> : null}
            </span>
            {may && !merge.undone_at ? (
              <Button size="small" look="quiet" onClick={() => undo(merge)}>
                Undo
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {undoing ? <UndoDialog merge={undoing} onClose={() => undo(null)} /> : null}
    </Panel>
  );
}
