"use client";

import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { useChange } from "@/shell/change";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { money } from "@/shell/words";

/** The link that a customer hands on, for whoever asks on the phone; it is made when they have none. */
export function Recommending({ id }: { id: string }) {
  const mayWrite = useMay("referrals:write");
  const asking = useChange({
    call: () => answered(api.POST("/api/v1/admin/referrals/codes", { body: { customer_id: id } })),
    touches: [["audit"]],
  });
  if (!mayWrite) return null;
  return (
    <Panel title="Recommending us">
      <div className="grid justify-items-start gap-2 p-4 text-sm">
        {asking.data ? (
          <>
            <p className="break-all font-mono">{asking.data.link}</p>
            <p className="text-quiet">
              A friend&rsquo;s first party by this link earns {money(asking.data.credit)}. Friends so far: {asking.data.friends}; earned:{" "}
              {money(asking.data.earned)}.
            </p>
          </>
        ) : (
          <Button look="quiet" size="small" disabled={asking.isPending} onClick={() => asking.mutate(undefined)}>
            Show their link
          </Button>
        )}
        <Refusal error={asking.error} />
      </div>
    </Panel>
  );
}
