"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";
import { createContext, useContext, type ReactNode } from "react";
import { BUILT_WITH } from "./built-with";
import { countIn } from "./words";

/** What every page is built with; the words on privacy are apart, on their own page. */
export type Facts = Awaited<ReturnType<typeof read>>;
export type Menu = Facts["menu"];

countIn(BUILT_WITH.policies.business.currency);

const LATEST_MS = 1000;
const Known = createContext<Facts>(BUILT_WITH);

async function read() {
  await calm();
  const [{ privacy, ...policies }, menu] = await Promise.all([
    answered(api.GET("/api/v1/policies/public")),
    answered(api.GET("/api/v1/menu")),
  ]);
  countIn(policies.business.currency);
  return { policies, menu };
}

/** When the page has nothing better to do: what it was built with is nearly always in force. */
function calm(): Promise<unknown> {
  return new Promise((done) => {
    if ("requestIdleCallback" in window) requestIdleCallback(done, { timeout: LATEST_MS });
    else setTimeout(done);
  });
}

/**
 * The business's facts as they are in force now; until they have come, those that the page was built with. They are the
 * query's first data, not its placeholder: an answer that says the same is then the same object, and nothing is drawn again.
 */
export function FactsProvider({ children }: { children: ReactNode }) {
  const { data } = useQuery({
    queryKey: ["facts"],
    queryFn: read,
    initialData: BUILT_WITH,
    initialDataUpdatedAt: 0,
    staleTime: 5 * 60_000,
  });
  return <Known value={data}>{children}</Known>;
}

/** The business's facts. */
export function useFacts(): Facts {
  return useContext(Known);
}
