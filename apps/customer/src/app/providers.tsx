"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { FactsProvider } from "@/facts/facts";

/** One cache of the API's answers for the whole visit, and the facts that every page tells. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: 2, refetchOnWindowFocus: false } } }),
  );
  return (
    <QueryClientProvider client={client}>
      <FactsProvider>{children}</FactsProvider>
    </QueryClientProvider>
  );
}
