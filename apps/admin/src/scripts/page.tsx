"use client";

import { useState } from "react";
import { Button } from "@hibachi/ui/button";
import { oneOf, useAddress } from "@/shell/address";
import { Choice } from "@/shell/choice";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Page } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { InForce } from "./in-force";
import { Proposals } from "./proposals";
import { ScriptDialog } from "./script-dialog";
import { useBook, type Script } from "./scripts";

const PARTS = { now: "Now", decided: "Decided" } as const;

/** The words of the house for situations: objections, an upsell, phrases. Proposed, released, taken back. */
export function ScriptsPage() {
  const [said, say] = useAddress("part");
  const part = oneOf<keyof typeof PARTS>(PARTS, said, "now");
  const book = useBook();
  const mayWrite = useMay("conversations:write");
  const [editing, edit] = useState<{ script?: Script } | null>(null);
  return (
    <Page
      title="Custom scripts & upsells"
      about="Your own words for a situation: the concierge says them, with the amounts of your policies filled in. Nothing is said before somebody who may change the policies releases it."
      actions={
        <>
          <Choice label="Show" value={part} options={PARTS} onChange={say} />
          {mayWrite && book.data ? (
            <Button size="small" onClick={() => edit({})}>
              Add a script
            </Button>
          ) : null}
        </>
      }
    >
      <Refusal error={book.error} again={() => void book.refetch()} />
      {part === "decided" ? <Proposals shelf="decided" book={book.data} /> : <Proposals shelf="waiting" book={book.data} />}
      {book.isPending ? <Loading what="the scripts" lines={4} /> : null}
      {part === "now" && book.data ? <InForce book={book.data} onChange={(script) => edit({ script })} /> : null}
      {editing && book.data ? <ScriptDialog book={book.data} script={editing.script} onClose={() => edit(null)} /> : null}
    </Page>
  );
}
