"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import type { Route } from "next";
import { useCallback } from "react";

/** A value that lives in the address (`?channel=sms`): it survives a reload, and can be sent to a colleague. */
export function useAddress(name: string): [string | null, (value: string | null) => void] {
  const { get, set } = useAddresses();
  return [get(name), useCallback((value: string | null) => set({ [name]: value }), [set, name])];
}

/** Several such values, changed together. */
export function useAddresses() {
  const router = useRouter();
  const path = usePathname();
  const found = useSearchParams();
  const set = useCallback(
    (changes: Record<string, string | null>) => {
      const next = new URLSearchParams(location.search);
      Object.entries(changes).forEach(([name, value]) => (value ? next.set(name, value) : next.delete(name)));
      const query = next.toString();
      router.replace((query ? `${path}?${query}` : path) as Route, { scroll: false });
    },
    [router, path],
  );
  return { get: (name: string) => found.get(name), set };
}

/** What the address says if it is one of these, else the first choice. */
export function oneOf<Known extends string>(known: Readonly<Record<Known, string>>, said: string | null, otherwise: Known): Known {
  return said !== null && Object.hasOwn(known, said) ? (said as Known) : otherwise;
}
