"use client";

import { useState } from "react";
import { CHANNELS } from "@/inbox/inbox";
import { oneOf, useAddresses } from "@/shell/address";
import { Choice } from "@/shell/choice";
import { Listed } from "@/shell/listed";
import { Page, Panel } from "@/shell/page";
import { Corpus } from "./corpus";
import { Improve } from "./improve";
import { LookCard } from "./look-card";
import { REASONS, useLooks, type Look } from "./looks";

const PARTS = { waiting: "Needing review", corpus: "Training corpus" } as const;

/** Single texts of the concierge that somebody should look at, and what was made of them. */
export function NeedsReviewPage() {
  const { get, set } = useAddresses();
  const part = oneOf<keyof typeof PARTS>(PARTS, get("part"), "waiting");
  return (
    <Page
      title="AI conversations needing review"
      about="Replies that customers rated down, that the concierge was unsure of, or that people rewrote. Write one better, and it is learnt from; nothing is said to a customer by that."
      actions={<Choice label="Show" value={part} options={PARTS} onChange={(value) => set({ part: value })} />}
    >
      {part === "corpus" ? <Corpus /> : <Waiting />}
    </Page>
  );
}

function Waiting() {
  const { get, set } = useAddresses();
  const reason = oneOf(REASONS, get("reason"), "any");
  const channel = oneOf(CHANNELS, get("channel"), "any");
  const [improving, improve] = useState<Look | null>(null);
  const narrowed = reason !== "any" || channel !== "any";
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Choice label="Reason" value={reason} options={REASONS} onChange={(value) => set({ reason: value })} />
        <Choice label="Channel" value={channel} options={CHANNELS} onChange={(value) => set({ channel: value })} />
      </div>
      <Panel title="Needing review">
        <Listed
          what="replies"
          of={useLooks(reason, channel)}
          empty={narrowed ? "Nothing fits. Take a filter away." : "Nothing needs review. A reply that is rated down, unsure or rewritten stands here."}
        >
          {(looks) => (
            <ul className="grid gap-3 p-4">
              {looks.map((look) => (
                <LookCard key={look.id} look={look} onImprove={() => improve(look)} />
              ))}
            </ul>
          )}
        </Listed>
      </Panel>
      {improving ? <Improve {...improving} onClose={() => improve(null)} /> : null}
    </>
  );
}
