"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";
import { useMay } from "./me";

/** How much waits for staff, counted by the server. */
function useWaiting() {
  return useQuery({
    queryKey: ["waiting"],
    queryFn: () => answered(api.GET("/api/v1/admin/conversations/waiting")),
    enabled: useMay("conversations:read"),
    refetchInterval: 60_000,
  });
}

/** The numbers beside the names of pages in the navigation. */
export function useCounts(): Record<string, number> {
  const { data } = useWaiting();
  if (!data) return {};
  const threads = Object.values(data.escalated).reduce((sum, number) => sum + (number ?? 0), 0);
  return { "/inbox": threads, "/drafts": data.drafts };
}
