"use client";

import { Stepper } from "@hibachi/ui/stepper";
import { capital, counted, listed, money, readable } from "@/facts/words";
import { chosenOf, type Choosing, type Draft, type Item } from "./choosing";

type Props = { menu: Choosing["menu"]; host: string; draft: Draft; onChange: (portions: Draft["portions"]) => void };

/** The proteins of the menu with what is known to be in them: as many portions as a guest has. */
export function DishPicker({ menu, host, draft, onChange }: Props) {
  const left = menu.proteins_per_guest - chosenOf(draft);
  const dish = (item: Item, cost?: string) => (
    <Stepper
      key={item.key}
      label={capital(item.label)}
      note={[cost, contains(item)].filter(Boolean).join(" · ")}
      value={draft.portions[item.key] ?? 0}
      most={(draft.portions[item.key] ?? 0) + Math.max(0, left)}
      onChange={(count) => onChange({ ...draft.portions, [item.key]: count })}
    />
  );
  const of = (kind: Item["kind"]) => menu.items.filter((item) => item.kind === kind);
  return (
    <div className="grid gap-6">
      <p aria-live="polite" className="font-semibold">
        {left > 0 ? `Choose ${counted(left, "more protein", "more proteins")}.` : "That is all of your proteins."}
      </p>
      <fieldset className="divide-y divide-line">
        <legend className="font-display text-xl font-semibold">Included</legend>
        {of("included").map((item) => dish(item))}
      </fieldset>
      <fieldset className="divide-y divide-line">
        <legend className="font-display text-xl font-semibold">Upgrades</legend>
        <p className="pb-2 text-sm text-quiet">An upgrade is a wish: it costs {host}, who decides.</p>
        {of("upgrade").map((item) => dish(item, `+${money(item.price)}`))}
      </fieldset>
      <p className="text-quiet">Served to everybody: {listed(menu.included)}.</p>
    </div>
  );
}

function contains({ allergens }: Item): string {
  return allergens.length ? `contains ${listed(allergens.map(readable))}` : "";
}
