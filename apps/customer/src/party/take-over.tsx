"use client";

import { Button } from "@hibachi/ui/button";
import { Notice } from "@hibachi/ui/notice";
import { capital, listed } from "@/facts/words";
import { Refusal } from "@/parts/refusal";
import { Consequence } from "./consequence";
import { useTakeOver } from "./guests";
import type { Key } from "./party";

/** The choices go into the party: what that comes to is shown first, and nothing happens before the yes. */
export function TakeOver({ party, declined, taken }: { party: Key; declined: string[]; taken: boolean }) {
  const { preview, take } = useTakeOver(party, declined);
  const seen = preview.data;
  return (
    <div className="grid gap-4">
      {taken && !seen ? (
        <Notice kind="good" title="Your guests' choices are in your party.">
          What they choose from now on you take over again.
        </Notice>
      ) : null}
      <Refusal error={preview.error ?? take.error} />
      {seen ? (
        <>
          <p>
            In place of the proteins and upgrades until now:{" "}
            {seen.dishes.length ? listed(seen.dishes.map(({ portions, label }) => `${portions} ${label}`)) : "none"}.
            {seen.notes.length ? ` ${capital(seen.notes.join("; "))}.` : ""}
          </p>
          <Consequence preview={seen.change} busy={take.isPending} onYes={() => take.mutate(seen)} />
        </>
      ) : (
        <Button
          look="quiet"
          className="justify-self-start"
          disabled={preview.isPending}
          onClick={() => {
            take.reset();
            preview.mutate();
          }}
        >
          What would these choices come to?
        </Button>
      )}
    </div>
  );
}
