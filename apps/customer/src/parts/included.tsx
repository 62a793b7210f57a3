"use client";

import { useFacts } from "@/facts/facts";
import { capital } from "@/facts/words";

/** What the price covers, and what the host has ready. */
export function Included() {
  const { menu } = useFacts();
  return (
    <section aria-label="What the price covers" className="grid gap-8 border-t border-line py-14 sm:grid-cols-2">
      <List title="In the price" items={[`${menu.proteins_per_guest} proteins a guest`, ...menu.included]} />
      <List title="What you have ready" items={menu.not_included} />
    </section>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div>
      <h2 className="text-3xl font-semibold">{title}</h2>
      <ul className="mt-4 divide-y divide-line border-y border-line text-lg">
        {items.map((item) => (
          <li key={item} className="py-2.5">
            {capital(item)}
          </li>
        ))}
      </ul>
    </div>
  );
}
