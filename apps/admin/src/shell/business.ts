"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";
import { countIn } from "./words";

/** Who the business is, as it is in force now; from its coming on amounts are written in its currency. */
export function useBusiness() {
  return useQuery({
    queryKey: ["policies", "public"],
    queryFn: async () => {
      const { business } = await answered(api.GET("/api/v1/policies/public"));
      countIn(business.currency);
      return business;
    },
    staleTime: 60_000,
  });
}
