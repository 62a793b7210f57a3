"use client";

import { ArrowLeft } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Button } from "@hibachi/ui/button";
import { Notice } from "@hibachi/ui/notice";
import { FactWords } from "@/inbox/fact";
import { pieces } from "@/inbox/facts";
import { channelName } from "@/inbox/inbox";
import { Badge } from "@/shell/badge";
import { Loading } from "@/shell/loading";
import { Refusal } from "@/shell/refusal";
import { at, plain } from "@/shell/words";
import { Decide } from "./decide";
import { STATES, useDraft, type Detail } from "./drafts";
import { ProteinBreakdown } from "./proteins";

type Props = { id: string; onBack: () => void; onDecided: (question: string | null) => void };

/** One draft: what was asked, what the concierge would say and what that rests on, and what the reviewer makes of it. */
export function DraftDetail({ id, onBack, onDecided }: Props) {
  const { data, error, refetch } = useDraft(id);
  if (error && !data) return <Refusal error={error} again={() => void refetch()} className="m-6" />;
  if (!data) return <Loading what="the draft" lines={8} />;
  return (
    <section aria-label="Draft" className="grid gap-5 p-4 sm:p-6">
      <header className="flex flex-wrap items-center gap-3">
        <Button look="quiet" size="small" className="lg:hidden" onClick={onBack}>
          <ArrowLeft aria-hidden className="size-4" />
          Drafts
        </Button>
        <h2 className="text-xl font-semibold first-letter:uppercase">{plain(data.topic)}</h2>
        <Badge look={data.priority === "high" ? "problem" : "plain"}>{data.priority}</Badge>
        <span className="text-sm text-quiet">
          {channelName(data.channel)} · {data.status === "pending" ? `waits until ${at(data.expires_at, new Date())}` : STATES[data.status]}
        </span>
        <Link href={`/inbox?id=${data.conversation_id}&shelf=all` as Route} className="ml-auto text-sm underline underline-offset-4">
          Open the thread
        </Link>
      </header>
      <Asked detail={data} />
      {data.status === "pending" ? null : <Ended detail={data} />}
      <Decide detail={data} original={<Original detail={data} />} onDecided={onDecided} />
      <ProteinBreakdown proteins={data.proteins} />
    </section>
  );
}

function Asked({ detail: { question } }: { detail: Detail }) {
  return (
    <blockquote aria-label="What the customer asked" className="grid max-w-prose gap-2 border-l-4 border-line pl-4">
      {question.map((words, index) => (
        <p key={index} className="whitespace-pre-wrap">
          {words}
        </p>
      ))}
    </blockquote>
  );
}

function Original({ detail: { text, facts, tools } }: { detail: Detail }) {
  return (
    <p className="whitespace-pre-wrap break-words">
      {pieces({ content: text, facts, metadata: { tools } }).map(({ text: words, source }, index) =>
        source ? <FactWords key={index} words={words} source={source} /> : <span key={index}>{words}</span>,
      )}
    </p>
  );
}

function Ended({ detail: { status, decision_reason } }: { detail: Detail }) {
  return (
    <Notice kind="plain" title={`This draft does not wait any more: ${STATES[status].toLowerCase()}.`}>
      {decision_reason}
    </Notice>
  );
}
