"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Refused } from "@hibachi/api-client";
import { useState, type ReactNode } from "react";
import { Toasts } from "./toasts";

/** What the API refused stays refused; a lost connection or a failing server is asked again, twice. */
export function shouldRetry(failures: number, error: Error): boolean {
  const passing = error instanceof Refused && ["unreachable", "unavailable"].includes(error.refusal.code);
  return passing && failures < 2;
}

/** One cache of the API's answers for the whole panel, and the messages about what happened. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: shouldRetry, staleTime: 5_000 } } }),
  );
  return (
    <QueryClientProvider client={client}>
      {children}
      <Toasts />
    </QueryClientProvider>
  );
}
