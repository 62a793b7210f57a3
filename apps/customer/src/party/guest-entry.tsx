"use client";

import { Button } from "@hibachi/ui/button";
import { useState } from "react";
import { capital, listed } from "@/facts/words";
import type { GuestChoice } from "./guests";

type Props = {
  choice: GuestChoice;
  busy: boolean;
  pays: boolean;
  onPays: (yes: boolean) => void;
  onStrike: () => void;
};

/** One guest: what they eat, whether the host pays the upgrade, and the way to strike the entry. */
export function GuestEntry({ choice, busy, pays, onPays, onStrike }: Props) {
  const [asks, ask] = useState(false);
  const upgrades = choice.dishes.filter(({ upgrade }) => upgrade).map(({ label }) => label);
  const dishes = choice.dishes.map(({ label }) => label);
  return (
    <li className="grid gap-2 py-3">
      <div className="flex items-start justify-between gap-3">
        <div>
          <p className="font-semibold">
            {choice.name}
            {choice.age === "adult" ? null : <span className="font-normal text-quiet"> · {choice.age}</span>}
          </p>
          <p>{dishes.length ? capital(listed(dishes)) : "No protein of their own"}</p>
          {choice.allergies ? <p className="text-ember">Allergic to {choice.allergies}</p> : null}
          {choice.diet ? <p className="text-quiet">{choice.diet}</p> : null}
        </div>
        <Button
          look="quiet"
          size="small"
          disabled={busy}
          aria-label={asks ? `Yes, strike ${choice.name}` : `Strike ${choice.name}`}
          onClick={() => (asks ? onStrike() : ask(true))}
        >
          {asks ? "Yes, strike" : "Strike"}
        </Button>
      </div>
      {upgrades.length ? (
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="size-5 accent-ember"
            checked={pays}
            onChange={(event) => onPays(event.target.checked)}
          />
          I pay {choice.name}'s {listed(upgrades)}
        </label>
      ) : null}
    </li>
  );
}
