"use client";

import { Field } from "@hibachi/ui/field";
import { Stepper } from "@hibachi/ui/stepper";
import { useEffect } from "react";
import { useFacts, type Menu } from "@/facts/facts";
import { capital, money } from "@/facts/words";
import { useWish, type Counts } from "./wish";

/** Reads the visit's wish once the page lives in a browser. */
export function useRememberedWish() {
  useEffect(() => void useWish.persist.rehydrate(), []);
  return useWish();
}

/** Who comes, and where. */
export function GuestFields() {
  const { prices } = useFacts().policies;
  const { adults, children, toddlers, zip, change } = useWish();
  return (
    <div>
      <Stepper
        label="Adults"
        note={`${capital(prices.adult.ages)} · ${money(prices.adult.amount)} each`}
        value={adults}
        onChange={(value) => change({ adults: value })}
      />
      <Stepper
        label="Children"
        note={`${capital(prices.child.ages)} · ${money(prices.child.amount)} each`}
        value={children}
        onChange={(value) => change({ children: value })}
      />
      <Stepper
        label="Little ones"
        note={`${capital(prices.toddler.ages)} · ${prices.toddler.amount === "0.00" ? "free" : money(prices.toddler.amount)}`}
        value={toddlers}
        onChange={(value) => change({ toddlers: value })}
      />
      <Field
        className="mt-3"
        label="ZIP code of the party"
        placeholder="5 digits"
        inputMode="numeric"
        autoComplete="postal-code"
        maxLength={5}
        value={zip}
        onChange={(event) => change({ zip: event.target.value.replace(/\D/g, "") })}
      />
    </div>
  );
}

/** Upgrades for some of the guests, and dishes on top. */
export function DishFields() {
  const { menu } = useFacts();
  const { upgrades, addons, change } = useWish();
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Dishes
        title="Upgrades, a guest"
        items={menu.items.filter((item) => item.kind === "upgrade")}
        counts={upgrades}
        onChange={(counts) => change({ upgrades: counts })}
      />
      <Dishes
        title="For the table"
        items={menu.items.filter((item) => item.kind === "addon")}
        counts={addons}
        onChange={(counts) => change({ addons: counts })}
      />
    </div>
  );
}

type DishesProps = { title: string; items: Menu["items"]; counts: Counts; onChange: (counts: Counts) => void };

function Dishes({ title, items, counts, onChange }: DishesProps) {
  return (
    <fieldset>
      <legend className="mb-1 font-display text-lg font-semibold">{title}</legend>
      {items.map((item) => (
        <Stepper
          key={item.key}
          label={capital(item.label)}
          note={`+${money(item.price)}`}
          value={counts[item.key] ?? 0}
          onChange={(value) => onChange({ ...counts, [item.key]: value })}
        />
      ))}
    </fieldset>
  );
}
