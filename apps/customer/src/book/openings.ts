"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";
import { isZip } from "@/quote/wish";

/** A month as "2026-12". */
export type Month = string;

/** A day of a link, "2026-03-14"; null for what is none. */
export function dayOf(written: string | null): string | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(written ?? "") ? new Date(`${written}T00:00:00Z`) : null;
  return at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written ?? "-") ? written : null;
}

export function monthOf(date: string): Month {
  return date.slice(0, 7);
}

export function shifted(month: Month, by: number): Month {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** Every day of a month, "2026-12-01" and so on. */
export function daysOf(month: Month): string[] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, at) => `${month}-${String(at + 1).padStart(2, "0")}`);
}

/** The starts of a month that can be booked, in the zone of the party's ZIP. */
export function useOpenings(month: Month, zip: string) {
  const days = daysOf(month);
  return useQuery({
    queryKey: ["openings", month, zip],
    queryFn: () =>
      answered(
        api.GET("/api/v1/openings", {
          params: { query: { from: days[0] ?? "", to: days.at(-1) ?? "", zip } },
        }),
      ),
    enabled: isZip(zip),
    retry: 1,
    staleTime: 20_000,
  });
}
