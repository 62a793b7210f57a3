"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";

const DAYS = 90;
const A_DAY = 86_400_000;

/** What became of the leads of the last months: how many there were, and how many have a party by now. */
export function Conversion() {
  const { data } = useQuery({
    queryKey: ["lead", "conversion"],
    queryFn: () => {
      const now = new Date().getTime();
      const query = { start: new Date(now - DAYS * A_DAY).toISOString(), end: new Date(now + A_DAY).toISOString() };
      return answered(api.GET("/api/v1/admin/leads/conversion", { params: { query } }));
    },
  });
  if (!data?.leads) return null;
  return (
    <p className="text-lg">
      <strong>{data.converted}</strong> of {data.leads} {data.leads === 1 ? "lead" : "leads"} of the last {DAYS} days became a party
      {data.rate === null ? null : <span className="text-quiet"> ({(data.rate * 100).toFixed(1)}%)</span>}
    </p>
  );
}
