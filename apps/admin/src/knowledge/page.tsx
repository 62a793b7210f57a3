"use client";

import { useState } from "react";
import { Button } from "@hibachi/ui/button";
import { oneOf, useAddress } from "@/shell/address";
import { Choice } from "@/shell/choice";
import { useMay } from "@/shell/me";
import { Page } from "@/shell/page";
import { Candidates } from "./candidates";
import { Entries } from "./entries";
import { EntryDialog } from "./entry-dialog";
import { SearchPanel } from "./search-panel";
import { Versions } from "./versions";

const PARTS = { own: "Your entries", stale: "To be confirmed", profile: "From your policies", learnt: "Learnt, waiting", versions: "Versions" } as const;

/** What the concierge knows: try a question, your own entries, what was learnt, and the versions of the whole. */
export function KnowledgePage() {
  const [said, say] = useAddress("part");
  const part = oneOf<keyof typeof PARTS>(PARTS, said, "own");
  const mayWrite = useMay("knowledge:write");
  const [isAdding, add] = useState(false);
  return (
    <Page
      title="Knowledge"
      about="What the concierge answers from. Prices, menu and policies are in it by themselves; add what they do not say."
      actions={
        <>
          <Choice label="Show" value={part} options={PARTS} onChange={say} />
          {mayWrite ? (
            <Button size="small" onClick={() => add(true)}>
              Add an entry
            </Button>
          ) : null}
        </>
      }
    >
      <SearchPanel />
      {part === "learnt" ? <Candidates /> : part === "versions" ? <Versions /> : <Entries part={part} />}
      {isAdding ? <EntryDialog onClose={() => add(false)} /> : null}
    </Page>
  );
}
