"use client";

import { useState } from "react";
import { Button } from "@hibachi/ui/button";
import { classes } from "@hibachi/ui/classes";
import { Notice } from "@hibachi/ui/notice";
import { CHANNELS, channelName } from "@/inbox/inbox";
import { oneOf, useAddresses } from "@/shell/address";
import { Badge } from "@/shell/badge";
import { Choice } from "@/shell/choice";
import { Listed } from "@/shell/listed";
import { useWalk } from "@/shell/walk";
import { ago, plain } from "@/shell/words";
import { DraftDetail } from "./detail";
import { PRIORITIES, STATES, useDrafts, useJudgement, type Draft, type Filters } from "./drafts";

const { any, ...NAMED } = CHANNELS;
const WHERE = { all: any, ...NAMED } as const;
type Asked = { id: string; question: string };

/** Replies that wait for a person: the list, and the one that is read. A decision clears it and reads the list anew. */
export function DraftsPage() {
  const { get, set } = useAddresses();
  const [asked, ask] = useState<Asked | null>(null);
  const filters: Filters = {
    priority: oneOf(PRIORITIES, get("priority"), "all"),
    channel: oneOf(WHERE, get("channel"), "all"),
    status: oneOf(STATES, get("status"), "pending"),
  };
  const selected = get("id");
  const drafts = useDrafts(filters);
  const select = (id: string | null) => set({ id });
  useWalk((drafts.rows ?? []).map(({ id }) => id), selected, select);
  const decided = (id: string, question: string | null) => {
    ask(question ? { id, question } : null);
    select(null);
  };
  return (
    <div className="lg:grid lg:h-dvh lg:grid-cols-[minmax(18rem,23rem)_1fr]">
      <h1 className="sr-only">Drafts</h1>
      <section
        aria-label="Drafts"
        className={classes("flex min-h-0 flex-col border-line lg:border-r", selected && "max-lg:hidden")}
      >
        <header className="grid gap-3 border-b border-line p-4">
          <span aria-hidden className="font-display text-3xl font-semibold tracking-tight">
            Drafts
          </span>
          <div className="grid grid-cols-2 gap-2">
            <div className="col-span-2">
              <Choice isBare label="State" value={filters.status} options={STATES} onChange={(status) => set({ status, id: null })} />
            </div>
            <Choice isBare label="Channel" value={filters.channel} options={WHERE} onChange={(channel) => set({ channel, id: null })} />
            <Choice isBare label="Priority" value={filters.priority} options={PRIORITIES} onChange={(priority) => set({ priority, id: null })} />
          </div>
        </header>
        <div className="min-h-0 grow overflow-y-auto" tabIndex={-1}>
          <Listed what="drafts" of={drafts} empty="No reply waits here. Under Draft modes you choose where replies wait for a yes.">
            {(rows) => (
              <ul>
                {rows.map((draft) => (
                  <DraftLine key={draft.id} draft={draft} isSelected={draft.id === selected} onSelect={() => select(draft.id)} />
                ))}
              </ul>
            )}
          </Listed>
        </div>
      </section>
      <div className="min-h-0 overflow-y-auto">
        {asked && !selected ? <Judged asked={asked} onDone={() => ask(null)} /> : null}
        {selected ? (
          <DraftDetail key={selected} id={selected} onBack={() => select(null)} onDecided={(question) => decided(selected, question)} />
        ) : (
          <p className="hidden p-8 text-quiet lg:block">Choose a draft, or press j for the first one.</p>
        )}
      </div>
    </div>
  );
}

function DraftLine({ draft, isSelected, onSelect }: { draft: Draft; isSelected: boolean; onSelect: () => void }) {
  return (
    <li data-id={draft.id} className="border-b border-line">
      <button
        type="button"
        aria-current={isSelected ? "true" : undefined}
        onClick={onSelect}
        className="grid w-full gap-1 px-4 py-3 text-left hover:bg-raised aria-[current]:bg-ember-soft"
      >
        <span className="flex items-baseline gap-2">
          <strong className="truncate">{plain(draft.topic)}</strong>
          <span className="ml-auto shrink-0 text-xs text-quiet">{ago(draft.created_at, new Date())}</span>
        </span>
        <span className="line-clamp-2 text-sm text-quiet">{draft.edited_text ?? draft.text}</span>
        <span className="flex items-center gap-1.5 text-xs text-quiet">
          {channelName(draft.channel)}
          {draft.priority === "high" ? <Badge look="problem">high</Badge> : null}
          {draft.edited_text ? <Badge look="wait">Edited</Badge> : null}
          {draft.status === "pending" ? null : <Badge>{STATES[draft.status]}</Badge>}
        </span>
      </button>
    </li>
  );
}

function Judged({ asked, onDone }: { asked: Asked; onDone: () => void }) {
  const judging = useJudgement(asked.id, onDone);
  return (
    <div className="p-4 sm:p-6">
      <Notice kind="plain" title={asked.question}>
        <div className="mt-2 flex gap-2">
          {[true, false].map((good) => (
            <Button key={String(good)} look="quiet" size="small" disabled={judging.isPending} onClick={() => judging.mutate(good)}>
              {good ? "Yes" : "No"}
            </Button>
          ))}
        </div>
      </Notice>
    </div>
  );
}
