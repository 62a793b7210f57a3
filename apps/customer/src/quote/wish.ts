"use client";

import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import type { Stored } from "@/facts/stored";

export type Counts = Record<string, number>;

/** The party that the visitor has in mind; kept for the visit, so that the price page and booking agree. */
export type Wish = {
  adults: number;
  children: number;
  toddlers: number;
  zip: string;
  upgrades: Counts;
  addons: Counts;
};

type Store = Wish & { change: (part: Partial<Wish>) => void };

const NOTHING_YET: Wish = { adults: 12, children: 0, toddlers: 0, zip: "", upgrades: {}, addons: {} };

export const useWish = create<Store>()(
  persist((set) => ({ ...NOTHING_YET, change: (part) => set(part) }), {
    name: "wish" satisfies Stored,
    storage: createJSONStorage(() => sessionStorage),
    skipHydration: true,
  }),
);

/** The dishes that are wanted at all. */
export function wanted(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** Whether a ZIP is whole. */
export function isZip(text: string): boolean {
  return /^\d{5}$/.test(text);
}
