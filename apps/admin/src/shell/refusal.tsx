"use client";

import { Refused } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { classes } from "@hibachi/ui/classes";
import { Notice } from "@hibachi/ui/notice";

type Props = { error: Error | null; again?: () => void; className?: string };

/** What went wrong in the API's own words: the sentence, the next step, the code for whoever is asked about it. */
export function Refusal({ error, again, className }: Props) {
  if (!error) return null;
  const { message, next_step, code } = said(error);
  return (
    <div className={classes("max-w-prose", className)}>
      <Notice kind="problem" title={message}>
        <p>{next_step}</p>
        <p className="mt-1 font-mono text-xs text-quiet">{code}</p>
        {again ? (
          <Button look="quiet" size="small" className="mt-3" onClick={again}>
            Try again
          </Button>
        ) : null}
      </Notice>
    </div>
  );
}

/** The words for an error; one that the API did not say is a fault of this page. */
export function said(error: Error): { message: string; next_step: string; code: string } {
  if (error instanceof Refused) return error.refusal;
  return { message: "This page made a mistake.", next_step: "Reload it; if it happens again, tell whoever keeps the system.", code: error.name };
}
