import { Refused } from "@hibachi/api-client";
import { Notice } from "@hibachi/ui/notice";
import type { ReactNode } from "react";

/** Why the API refused, in its own words and with its next step; nothing while nothing was refused. */
export function Refusal({ error, children }: { error: Error | null; children?: ReactNode }) {
  if (!(error instanceof Refused)) return null;
  return (
    <Notice kind="problem" title={error.refusal.message}>
      <p>{error.refusal.next_step}</p>
      {children}
    </Notice>
  );
}
