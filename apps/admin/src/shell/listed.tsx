"use client";

import type { ReactNode } from "react";
import { Button } from "@hibachi/ui/button";
import { Loading } from "./loading";
import { Refusal } from "./refusal";
import type { Rows } from "./rows";

type Props<Row> = {
  what: string;
  of: Rows<Row>;
  /** What stands where there is nothing yet: what it means, and the next step. */
  empty: ReactNode;
  children: (rows: Row[]) => ReactNode;
};

/** The four states of a list: on its way, refused, empty, there (with more to come). */
export function Listed<Row>({ what, of, empty, children }: Props<Row>) {
  if (of.error) return <Refusal error={of.error} again={of.again} className="m-4" />;
  if (!of.rows) return <Loading what={what} lines={6} />;
  if (of.rows.length === 0) return <div className="p-6 text-quiet">{empty}</div>;
  return (
    <>
      {children(of.rows)}
      {of.hasMore ? (
        <div className="p-3 text-center">
          <Button look="quiet" size="small" disabled={of.isLoadingMore} onClick={of.more}>
            {of.isLoadingMore ? "Loading …" : `Show more ${what}`}
          </Button>
        </div>
      ) : null}
    </>
  );
}
