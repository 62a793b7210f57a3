"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";
import { Stepper } from "@hibachi/ui/stepper";
import { Loading } from "@/shell/loading";
import { Refusal } from "@/shell/refusal";
import { money } from "@/shell/words";

export type Choices = { upgrades: Portions; extra_proteins: Portions; addons: Portions };
type Portions = Record<string, number>;

type Props = { value: Choices; onChange: (choices: Choices) => void };

const NO_DISHES: Choices = { upgrades: {}, extra_proteins: {}, addons: {} };

/** The dishes that cost something, from the menu in force; a portion more or less. */
export function Dishes({ value, onChange }: Props) {
  const menu = useQuery({ queryKey: ["menu"], queryFn: () => answered(api.GET("/api/v1/menu")), staleTime: 60_000 });
  if (!menu.data) return menu.error ? <Refusal error={menu.error} /> : <Loading what="the menu" lines={2} />;
  const set = (kind: keyof Choices, key: string, portions: number) =>
    onChange({ ...value, [kind]: withPortions(value[kind], key, portions) });
  return (
    <details className="rounded-xl border border-line px-4 py-3">
      <summary className="font-semibold">Dishes{said(value)}</summary>
      {menu.data.items.map((item) => (
        <div key={item.key} className="border-b border-line last:border-0">
          {item.kind === "included" ? null : (
            <Stepper
              label={item.label}
              note={`${money(item.price)} each`}
              value={value[item.kind === "addon" ? "addons" : "upgrades"][item.key] ?? 0}
              onChange={(portions) => set(item.kind === "addon" ? "addons" : "upgrades", item.key, portions)}
            />
          )}
          {item.extra_price ? (
            <Stepper
              label={`Extra ${item.label}`}
              note={`${money(item.extra_price)} each, beyond the guests’ own`}
              value={value.extra_proteins[item.key] ?? 0}
              onChange={(portions) => set("extra_proteins", item.key, portions)}
            />
          ) : null}
        </div>
      ))}
    </details>
  );
}

/** What a party has chosen so far. */
export function chosen(party: { proteins: Record<string, unknown>; addons: Portions }): Choices {
  const of = (kind: string) => (party.proteins[kind] as Portions | undefined) ?? {};
  return { upgrades: of("upgrades"), extra_proteins: of("extra_proteins"), addons: party.addons };
}

export function noDishes(): Choices {
  return NO_DISHES;
}

/** Portions with another number of one dish; none of it leaves it out. */
export function withPortions(portions: Portions, key: string, number: number): Portions {
  const { [key]: _before, ...rest } = portions;
  return number > 0 ? { ...rest, [key]: number } : rest;
}

function said(value: Choices): string {
  const number = Object.values(value).flatMap((portions) => Object.values(portions)).reduce((sum, one) => sum + one, 0);
  return number ? `: ${number} portions` : "";
}
