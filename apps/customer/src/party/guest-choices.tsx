"use client";

import { Button } from "@hibachi/ui/button";
import { copied as putAside } from "@hibachi/ui/copy";
import { Field } from "@hibachi/ui/field";
import { Check, Link2 } from "lucide-react";
import { useState } from "react";
import { Refusal } from "@/parts/refusal";
import { Fold } from "./consequence";
import { GuestEntry } from "./guest-entry";
import { useGathered, useGathering, type Gathered } from "./guests";
import type { Key } from "./party";
import { TakeOver } from "./take-over";

/** Guests choose for themselves: the link to share, who chose what, and the taking over into the party. */
export function GuestChoices({ party }: { party: Key }) {
  const { data, error } = useGathered(party);
  return (
    <Fold title="Let your guests choose">
      <p className="text-quiet">
        Your guests choose their own proteins and tell their allergies by a link. It shows your first name and the day,
        nothing else of your party.
      </p>
      <Refusal error={error} />
      {data ? <Shown party={party} gathered={data} /> : null}
    </Fold>
  );
}

function Shown({ party, gathered }: { party: Key; gathered: Gathered }) {
  const { share, strike } = useGathering(party);
  const [declined, decline] = useState<string[]>([]);
  const pays = (id: string, yes: boolean) =>
    decline((before) => (yes ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <>
      <Refusal error={share.error ?? strike.error} />
      {gathered.link ? (
        <Share link={gathered.link} busy={share.isPending} onRenew={() => share.mutate()} />
      ) : (
        <Button className="justify-self-start" disabled={share.isPending} onClick={() => share.mutate()}>
          Make the link
        </Button>
      )}
      {gathered.link || gathered.choices.length ? (
        <h3 className="text-xl font-semibold">
          {gathered.choices.length} of {gathered.guests} chose
        </h3>
      ) : null}
      <ul className="divide-y divide-line">
        {gathered.choices.map((choice) => (
          <GuestEntry
            key={choice.id}
            choice={choice}
            busy={strike.isPending}
            pays={!declined.includes(choice.id)}
            onPays={(yes) => pays(choice.id, yes)}
            onStrike={() => strike.mutate(choice.id)}
          />
        ))}
      </ul>
      {gathered.choices.length ? (
        <TakeOver key={declined.join()} party={party} declined={declined} taken={gathered.taken_at !== null} />
      ) : null}
    </>
  );
}

function Share({ link, busy, onRenew }: { link: string; busy: boolean; onRenew: () => void }) {
  const [copied, setCopied] = useState(false);
  const [asks, ask] = useState(false);
  const address = `${location.origin}/choose/?link=${encodeURIComponent(link)}`;
  return (
    <div className="grid gap-3">
      <Field label="Link for your guests" readOnly value={address} onFocus={(event) => event.target.select()} />
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => void putAside(address).then(setCopied)}>
          {copied ? <Check aria-hidden className="size-4" /> : <Link2 aria-hidden className="size-4" />}
          <span aria-live="polite">{copied ? "Link copied" : "Copy the link"}</span>
        </Button>
        <Button
          look="quiet"
          disabled={busy}
          onClick={() => {
            if (asks) {
              onRenew();
              setCopied(false);
            }
            ask(!asks);
          }}
        >
          {asks ? "Yes, end the old link" : "Make a new link"}
        </Button>
      </div>
      {asks ? (
        <p role="status" className="text-sm text-quiet">
          The old link then opens nothing any more. What was chosen stays.
        </p>
      ) : null}
    </div>
  );
}
