"use client";

import { Notice } from "@hibachi/ui/notice";
import { useFacts, type Menu } from "@/facts/facts";
import { capital, listed, money, readable } from "@/facts/words";

const KINDS = [
  { kind: "included", title: "Choose from these", price: () => "included" },
  { kind: "upgrade", title: "Upgrades", price: (item: Menu["items"][number]) => `+${money(item.price)} a guest` },
  { kind: "addon", title: "On top", price: (item: Menu["items"][number]) => `${money(item.price)} each` },
] as const;

/** Every dish with its price and its known allergens. */
export function MenuList() {
  const { menu, policies } = useFacts();
  return (
    <div className="py-8">
      <h1 className="text-5xl font-semibold tracking-tight">The menu</h1>
      <p className="mt-4 max-w-prose text-lg text-quiet">
        Each guest picks {menu.proteins_per_guest} proteins, served with {listed(menu.included.slice(0, 4))}. A third one is{" "}
        {money(menu.extra_protein)} more.
      </p>
      <div className="mt-10 grid gap-12 lg:grid-cols-3">
        {KINDS.map(({ kind, title, price }) => (
          <section key={kind} aria-label={title}>
            <h2 className="text-2xl font-semibold">{title}</h2>
            <ul className="mt-3 divide-y divide-line border-y border-line">
              {menu.items
                .filter((item) => item.kind === kind)
                .map((item) => (
                  <Dish key={item.key} item={item} price={price(item)} />
                ))}
            </ul>
          </section>
        ))}
      </div>
      <Allergens dietary={policies.dietary} />
    </div>
  );
}

function Dish({ item, price }: { item: Menu["items"][number]; price: string }) {
  return (
    <li className="flex items-baseline justify-between gap-4 py-3">
      <div>
        <p className="text-lg">{capital(item.label)}</p>
        {item.allergens.length ? (
          <p className="text-sm text-quiet">Contains {listed(item.allergens.map(readable))}</p>
        ) : null}
      </div>
      <p className="whitespace-nowrap tabular-nums text-quiet">{price}</p>
    </li>
  );
}

/** What is known to be in the dishes, what can be done, and what is never promised. */
export function Allergens({ dietary }: { dietary: ReturnType<typeof useFacts>["policies"]["dietary"] }) {
  return (
    <section aria-labelledby="allergens" className="mt-14 grid gap-6 lg:grid-cols-2">
      <div>
        <h2 id="allergens" className="text-2xl font-semibold">
          Allergies and diets
        </h2>
        <dl className="mt-3 divide-y divide-line border-y border-line">
          {Object.entries(dietary.contains).map(([allergen, dishes]) => (
            <div key={allergen} className="grid gap-1 py-2.5 sm:grid-cols-[10rem_1fr]">
              <dt className="font-semibold">{capital(readable(allergen))}</dt>
              <dd className="text-quiet">{capital(listed(dishes.map(readable)))}</dd>
            </div>
          ))}
          {Object.entries(dietary.may_contain).map(([allergen, where]) => (
            <div key={allergen} className="grid gap-1 py-2.5 sm:grid-cols-[10rem_1fr]">
              <dt className="font-semibold">{capital(readable(allergen))}</dt>
              <dd className="text-quiet">May be in: {where}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-quiet">Not used: {listed(dietary.not_used)}.</p>
      </div>
      <div className="grid content-start gap-4">
        <Notice kind="plain" title="We can do">
          {capital(dietary.options.join(", "))}. Tell us {dietary.notice_hours} hours ahead.
        </Notice>
        <Notice kind="problem" title="What we never promise">
          {capital(dietary.never_promise)}
        </Notice>
      </div>
    </section>
  );
}
