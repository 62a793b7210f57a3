"use client";

import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Notice } from "@hibachi/ui/notice";
import { useState } from "react";
import { useFacts } from "@/facts/facts";
import { capital } from "@/facts/words";
import { Refusal } from "@/parts/refusal";
import { SmallPrint } from "@/parts/small-print";
import { draftOf, useChoose, type Age, type Choosing, type Own } from "./choosing";
import { DishPicker } from "./dishes";

type Props = {
  link: string;
  page: Choosing;
  host: string;
  entry: string;
  own: Own | null;
  onDone: (name: string) => void;
};

/** Who one is, what one eats, and what the chef must know. */
export function ChoiceForm({ link, page, host, entry, own, onDone }: Props) {
  const [draft, setDraft] = useState(() => draftOf(own));
  const choose = useChoose(link, entry);
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  if (!own && page.places === 0) {
    return (
      <Notice kind="plain" title="Every guest of this party has chosen already.">
        Tell {host}: one more guest can be added.
      </Notice>
    );
  }
  return (
    <form
      aria-label="Your choice"
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        choose.mutate(draft, { onSuccess: ({ name }) => onDone(name) });
      }}
    >
      <Field
        label="Your name"
        autoComplete="given-name"
        required
        maxLength={40}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <AgeFields value={draft.age} onChange={(age) => change({ age })} />
      {draft.age === "toddler" ? (
        <p className="text-quiet">Little ones eat along: no proteins of their own.</p>
      ) : (
        <DishPicker menu={page.menu} host={host} draft={draft} onChange={(portions) => change({ portions })} />
      )}
      <Field
        label="Allergies"
        hint="In your own words. Write too how severe it is: then we speak with the host before the party."
        maxLength={100}
        value={draft.allergies}
        onChange={(event) => change({ allergies: event.target.value })}
      />
      <Field
        label="Diet or wishes"
        hint="Vegetarian, halal, no spice"
        maxLength={100}
        value={draft.diet}
        onChange={(event) => change({ diet: event.target.value })}
      />
      <Refusal error={choose.error} />
      <SmallPrint act="By sending" />
      <Button type="submit" className="justify-self-start" disabled={choose.isPending}>
        {own ? "Save the correction" : "Send my choice"}
      </Button>
    </form>
  );
}

const AGES: { age: Age; label: string; band: "adult" | "child" | "toddler" }[] = [
  { age: "adult", label: "Adult", band: "adult" },
  { age: "child", label: "Child", band: "child" },
  { age: "toddler", label: "Little one", band: "toddler" },
];

function AgeFields({ value, onChange }: { value: Age; onChange: (age: Age) => void }) {
  const { prices } = useFacts().policies;
  return (
    <fieldset>
      <legend className="text-sm font-semibold">Age</legend>
      <div className="mt-1.5 grid gap-2 sm:grid-cols-3">
        {AGES.map(({ age, label, band }) => (
          <label
            key={age}
            className="flex min-h-12 items-center py-1.5 gap-3 rounded-xl border border-line bg-raised px-4 has-checked:border-ember"
          >
            <input
              type="radio"
              name="age"
              className="size-5 accent-ember"
              checked={value === age}
              onChange={() => onChange(age)}
            />
            <span>
              {label} <span className="block text-sm text-quiet">{capital(prices[band].ages)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
