"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";

/** A value that lives in the address (`?channel=sms`): it survives a reload, and can be sent to a colleague. */
export function useAddress(name: string): [string | null, (value: string | null) => void] {
  return [useSearchParams().get(name), useCallback((value: string | null) => set({ [name]: value }), [name])];
}

/** Several such values, changed together: in place, so that nothing is loaded and the focus stays where it is. */
export function useAddresses() {
  const found = useSearchParams();
  return { get: (name: string) => found.get(name), set };
}

function set(changes: Record<string, string | null>): void {
  const next = new URLSearchParams(location.search);
  Object.entries(changes).forEach(([name, value]) => (value ? next.set(name, value) : next.delete(name)));
  const query = next.toString();
  history.replaceState(null, "", query ? `${location.pathname}?${query}` : location.pathname);
}

/** What the address says if it is one of these, else the first choice. */
export function oneOf<Known extends string>(known: Readonly<Record<Known, string>>, said: string | null, otherwise: Known): Known {
  return said !== null && Object.hasOwn(known, said) ? (said as Known) : otherwise;
}
