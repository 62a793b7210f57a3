"use client";

import { useState } from "react";
import { Button } from "@hibachi/ui/button";
import type { Json } from "./leaves";
import { meant, rowsOf, type Shape, type Typed } from "./shapes";

type Set = (value: Json | undefined) => void;
type ListProps = { label: string; value: Json; edited: Json | undefined; shape: Shape; set: Set };

export const INPUT =
  "min-h-9 w-full rounded-lg border border-line bg-paper px-2.5 py-1.5 text-sm text-ink aria-invalid:border-ember data-[changed]:border-honey data-[changed]:bg-honey-soft";

/** A list in rows: each entry with a field for each of its values, one more, one less, and in another order. */
export function ListRows({ label, value, edited, shape, set }: ListProps) {
  const [rows, write] = useState(() => rowsOf(edited ?? value));
  const isChanged = JSON.stringify(meant(rows, shape)) !== JSON.stringify(value);
  const change = (next: Typed[]) => {
    write(next);
    const list = meant(next, shape);
    set(list === undefined || JSON.stringify(list) === JSON.stringify(value) ? undefined : list);
  };
  const without = (at: number) => rows.filter((_, index) => index !== at);
  const earlier = (at: number) => rows.with(at - 1, rows[at] ?? {}).with(at, rows[at - 1] ?? {});
  return (
    <fieldset className="grid gap-3 md:col-span-2">
      <legend className="mb-1 text-sm text-quiet">{label}</legend>
      {rows.length === 0 ? <p className="text-sm text-quiet">None.</p> : null}
      {rows.map((row, at) => (
        <Row
          key={at}
          name={`${shape.one} ${at + 1}`}
          row={row}
          shape={shape}
          isChanged={isChanged}
          onChange={(key, text) => change(rows.with(at, { ...row, [key]: text }))}
          onEarlier={at > 0 ? () => change(earlier(at)) : undefined}
          onGone={() => change(without(at))}
        />
      ))}
      <Button look="quiet" size="small" className="justify-self-start" onClick={() => change([...rows, {}])}>
        Add: {shape.one.toLowerCase()}
      </Button>
    </fieldset>
  );
}

type RowProps = {
  name: string;
  row: Typed;
  shape: Shape;
  isChanged: boolean;
  onChange: (key: string, text: string) => void;
  onEarlier: (() => void) | undefined;
  onGone: () => void;
};

function Row({ name, row, shape, isChanged, onChange, onEarlier, onGone }: RowProps) {
  return (
    <div role="group" aria-label={name} className="grid gap-2 rounded-lg border border-line p-3 sm:grid-cols-2 lg:grid-cols-3">
      {Object.entries(shape.columns).map(([key, { label, kind, isOptional }]) => {
        const shared = {
          value: row[key] ?? "",
          "data-changed": isChanged || undefined,
          "aria-invalid": (!isOptional && !row[key]?.trim()) || undefined,
          className: INPUT,
          onChange: (event: { target: { value: string } }) => onChange(key, event.target.value),
        };
        return (
          <label key={key} className={kind === "long" ? "grid gap-1 text-sm text-quiet sm:col-span-2 lg:col-span-3" : "grid content-start gap-1 text-sm text-quiet"}>
            {label}
            {kind === "long" ? (
              <textarea rows={5} {...shared} />
            ) : (
              <input type={kind === "date" ? "date" : "text"} inputMode={kind === "number" || kind === "amount" ? "decimal" : undefined} {...shared} />
            )}
          </label>
        );
      })}
      <div className="flex gap-2 sm:col-span-2 lg:col-span-3">
        <Button look="plain" size="small" aria-label={`Take off ${name}`} onClick={onGone}>
          Take off
        </Button>
        {onEarlier ? (
          <Button look="plain" size="small" aria-label={`${name}: one up`} onClick={onEarlier}>
            One up
          </Button>
        ) : null}
      </div>
    </div>
  );
}

type PairProps = { label: string; value: Json; edited: Json | undefined; names: readonly [string, string]; set: Set };

/** Two numbers that belong together. */
export function Pair({ label, value, edited, names, set }: PairProps) {
  const [texts, write] = useState(() => ((edited ?? value) as number[]).map(String));
  const change = (at: number, text: string) => {
    const next = texts.with(at, text);
    const numbers = next.map((one) => (one.trim() === "" ? NaN : Number(one)));
    write(next);
    set(numbers.some(Number.isNaN) || JSON.stringify(numbers) === JSON.stringify(value) ? undefined : numbers);
  };
  return (
    <fieldset className="grid grid-cols-2 content-start gap-x-3 gap-y-1">
      <legend className="mb-1 text-sm text-quiet">{label}</legend>
      {names.map((name, at) => (
        <label key={name} className="flex items-center gap-2 text-sm text-quiet">
          {name}
          <input
            inputMode="decimal"
            value={texts[at] ?? ""}
            aria-invalid={!texts[at]?.trim() || undefined}
            data-changed={Number(texts[at]) !== (value as number[])[at] || undefined}
            className={INPUT}
            onChange={(event) => change(at, event.target.value)}
          />
        </label>
      ))}
    </fieldset>
  );
}
