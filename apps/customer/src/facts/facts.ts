"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";
import { BUILT_WITH } from "./built-with";
import { countIn } from "./words";

type Told = Awaited<ReturnType<typeof read>>;

/** What every page is built with, and what the API tells; the words on privacy come with the second alone. */
export type Facts = Omit<Told, "policies"> & {
  policies: Omit<Told["policies"], "privacy"> & Partial<Pick<Told["policies"], "privacy">>;
};
export type Menu = Facts["menu"];

countIn(BUILT_WITH.policies.business.currency);

async function read() {
  const [policies, menu] = await Promise.all([
    answered(api.GET("/api/v1/policies/public")),
    answered(api.GET("/api/v1/menu")),
  ]);
  countIn(policies.business.currency);
  return { policies, menu };
}

/** The business's facts as they are in force now; until they have come, those that the page was built with. */
export function useFacts(): Facts {
  const { data } = useQuery<Facts>({
    queryKey: ["facts"],
    queryFn: read,
    placeholderData: BUILT_WITH,
    staleTime: 5 * 60_000,
  });
  return data ?? BUILT_WITH;
}
