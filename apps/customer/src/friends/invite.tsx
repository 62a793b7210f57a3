"use client";

import { useMutation } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { money } from "@/facts/words";
import { Refusal } from "@/parts/refusal";
import type { Key } from "@/party/party";

/** The host's own link for friends, and what their parties earn. */
export function Invite({ party }: { party: Key }) {
  const own = useMutation({
    mutationFn: () =>
      answered(api.POST("/api/v1/referrals/mine", { params: { query: { booking_id: party.id, token: party.token } } })),
  });
  return (
    <section aria-labelledby="friends" className="grid gap-3 rounded-xl border border-line bg-raised p-4">
      <h2 id="friends" className="text-xl font-semibold">
        Tell a friend
      </h2>
      {own.data ? (
        <>
          <p>
            When a friend books their first party with your link, you get {money(own.data.credit)} once their party is over.
          </p>
          <p className="break-all rounded-lg bg-paper px-3 py-2 font-mono text-sm">{own.data.link}</p>
          {own.data.friends > 0 ? (
            <p className="text-quiet">
              Friends so far: {own.data.friends}. Earned: {money(own.data.earned)}.
            </p>
          ) : null}
        </>
      ) : (
        <Button look="quiet" className="justify-self-start" disabled={own.isPending} onClick={() => own.mutate()}>
          Show my link
        </Button>
      )}
      <Refusal error={own.error} />
    </section>
  );
}
