"use client";

import { useState } from "react";
import { Button } from "@hibachi/ui/button";
import { Panel } from "@/shell/page";
import { asAmount } from "@/parties/money-dialogs";
import { keyOf } from "./shapes";
import { name, type Edits, type Json } from "./leaves";

type Props = { title: string; path: string; prices: Record<string, string>; edits: Edits; edit: (path: string, value: Json | undefined) => void };

const INPUT = "min-h-9 rounded-lg border border-line bg-paper px-2.5 text-sm text-ink data-[changed]:border-honey data-[changed]:bg-honey-soft";

/** Dishes with a price: dearer or cheaper, taken off, or a new one. */
export function Dishes({ title, path, prices, edits, edit }: Props) {
  const made = Object.entries(edits).flatMap(([at, price]) => (at.startsWith(`${path}.`) && !(at.slice(path.length + 1) in prices) ? [[at.slice(path.length + 1), String(price)] as const] : []));
  return (
    <Panel title={title}>
      <ul className="divide-y divide-line">
        {[...Object.entries(prices), ...made].map(([key, price]) => (
          <Dish key={key} dish={key} price={price} isNew={!(key in prices)} edited={edits[`${path}.${key}`]} set={(value) => edit(`${path}.${key}`, value)} />
        ))}
      </ul>
      <NewDish onMake={(key, price) => edit(`${path}.${key}`, price)} />
    </Panel>
  );
}

type DishProps = { dish: string; price: string; isNew: boolean; edited: Json | undefined; set: (value: Json | undefined) => void };

function Dish({ dish, price, isNew, edited, set }: DishProps) {
  const isGone = edited === null;
  const label = name(dish);
  return (
    <li className="flex items-center gap-3 px-4 py-2 text-sm">
      <span className={isGone ? "mr-auto text-quiet line-through" : "mr-auto font-semibold"}>{label}</span>
      <input
        aria-label={`Price of ${label}`}
        inputMode="decimal"
        defaultValue={isNew ? price : typeof edited === "string" ? edited : price}
        disabled={isGone}
        data-changed={edited !== undefined || undefined}
        onBlur={(event) => {
          const wanted = asAmount(event.target.value);
          set(wanted === price && !isNew ? undefined : wanted);
        }}
        className={`${INPUT} w-24 text-right`}
      />
      <Button look="plain" size="small" className="min-h-6 w-20 shrink-0" aria-label={`${isGone ? "Keep" : "Take off"} ${label}`} onClick={() => set(isGone || isNew ? undefined : null)}>
        {isGone ? "Keep" : "Take off"}
      </Button>
    </li>
  );
}

function NewDish({ onMake }: { onMake: (key: string, price: string) => void }) {
  const [dish, setDish] = useState("");
  const [price, setPrice] = useState("");
  const key = keyOf(dish);
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line p-4">
      <input aria-label="New dish" placeholder="New dish" value={dish} onChange={(event) => setDish(event.target.value)} className={`${INPUT} grow`} />
      <input aria-label="Price of the new dish" placeholder="5.00" inputMode="decimal" value={price} onChange={(event) => setPrice(event.target.value)} className={`${INPUT} w-24 text-right`} />
      <Button
        size="small"
        look="quiet"
        disabled={!key || !price.trim()}
        onClick={() => {
          onMake(key, asAmount(price));
          setDish("");
          setPrice("");
        }}
      >
        Add
      </Button>
    </div>
  );
}
