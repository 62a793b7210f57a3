"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Notice } from "@hibachi/ui/notice";
import { PricedLines } from "@/parties/lines";
import { Refusal } from "@/shell/refusal";
import { money } from "@/shell/words";
import { patchOf, typed, type Edits, type Json } from "./leaves";

type Sample = { adults: number; children: number; miles: number; date: string };
type Props = { edits: Edits; from: string | null };

/** What a change would do to one party: the price engine's answer before and after; nothing is written. */
export function Effect({ edits, from }: Props) {
  const [sample, set] = useState<Sample>({ adults: 26, children: 0, miles: 41, date: saturday(new Date()) });
  const trying = useMutation({
    mutationFn: ({ adults, children, miles, date }: Sample) =>
      answered(
        api.POST("/api/v1/admin/policies/preview", {
          body: { changes: patchOf(edits), effective_from: from, sample: { adults, children, toddlers: 0, miles, event_date: date, upgrades: {}, extra_proteins: {}, addons: {} } },
        }),
      ),
  });
  const number = (label: string, field: "adults" | "children" | "miles") => (
    <Field label={label} type="number" min={0} value={sample[field]} onChange={(event) => set({ ...sample, [field]: event.target.valueAsNumber || 0 })} />
  );
  return (
    <section aria-label="Preview of the effect" className="grid gap-4">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {number("Adults", "adults")}
        {number("Children", "children")}
        {number("Miles", "miles")}
        <Field label="Day" type="date" value={sample.date} onChange={(event) => set({ ...sample, date: event.target.value })} />
      </div>
      <Button look="quiet" size="small" className="justify-self-start" disabled={trying.isPending} onClick={() => trying.mutate(sample)}>
        What would this party cost?
      </Button>
      <Refusal error={trying.error} />
      <Invalid error={trying.error} />
      {trying.data ? <Answer effect={trying.data} /> : null}
    </section>
  );
}

function Answer({ effect }: { effect: Schemas["PolicyEffect"] }) {
  const { before, after, difference, refusal, differences } = effect;
  return (
    <div className="grid gap-3">
      <Notice kind="plain" title={difference === null ? (refusal ?? "There is no total.") : `${money(before.total ?? "0")} before, ${money(after?.total ?? "0")} after`}>
        <ul>
          {differences.map((one) => (
            <li key={one.path}>
              <span className="font-mono text-xs">{one.path}</span>: {typed((one.old ?? null) as Json) || "nothing"} → {typed((one.new ?? null) as Json) || "nothing"}
            </li>
          ))}
          {differences.length === 0 ? <li>Nothing is different from what is in force.</li> : null}
        </ul>
      </Notice>
      <div className="grid gap-4 lg:grid-cols-2">
        <Side title="Before" priced={before} />
        {after ? <Side title="After" priced={after} /> : null}
      </div>
    </div>
  );
}

function Side({ title, priced }: { title: string; priced: Schemas["PricedParty"] }) {
  return (
    <div className="overflow-hidden rounded-xl border border-line">
      <p className="border-b border-line px-4 py-2 text-sm font-semibold">{title}</p>
      <PricedLines priced={priced} />
    </div>
  );
}

/** Which fields the API refused, and why. */
export function Invalid({ error }: { error: Error | null }) {
  const fields = fieldsOf(error);
  if (fields.length === 0) return null;
  return (
    <ul className="text-sm text-ember">
      {fields.map(({ field, problem }) => (
        <li key={field}>
          <span className="font-mono text-xs">{field}</span>: {problem}
        </li>
      ))}
    </ul>
  );
}

function fieldsOf(error: Error | null): { field: string; problem: string }[] {
  if (!error || !("refusal" in error)) return [];
  const { details } = error.refusal as { details?: { fields?: { field: string; problem: string }[] } };
  return details?.fields ?? [];
}

/** The Saturday three weeks on. */
function saturday(now: Date): string {
  const day = new Date(now.getTime() + 21 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((6 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}
