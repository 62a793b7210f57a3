"use client";

import { ArrowLeft } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { button, Button } from "@hibachi/ui/button";
import { Badge } from "@/shell/badge";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { entryOf } from "@/shell/pages";
import { Refusal } from "@/shell/refusal";
import { ThreadActions } from "./actions";
import { channelName, useThread, type Detail, type Message } from "./inbox";
import { Bubble } from "./message";
import { Reply } from "./reply";
import { About } from "./about";

type Props = { id: string; onBack: () => void };

/** One thread: who it is, what was said and what it rests on, who speaks, and one's own words. */
export function Thread({ id, onBack }: Props) {
  const { data, error, refetch } = useThread(id);
  if (error && !data) return <Refusal error={error} again={() => void refetch()} className="m-6" />;
  if (!data) return <Loading what="the thread" lines={8} />;
  return (
    <section aria-label="Thread" className="flex min-h-0 min-w-0 flex-col">
      <ThreadHeader detail={data} onBack={onBack} />
      <div className="min-h-0 grow xl:grid xl:grid-cols-[1fr_18rem]">
        <div className="flex min-h-0 flex-col">
          <Messages messages={data.messages} />
          <Waits detail={data} />
          <Reply detail={data} />
        </div>
        <About detail={data} />
      </div>
    </section>
  );
}

function ThreadHeader({ detail, onBack }: { detail: Detail; onBack: () => void }) {
  const { conversation, customer, speaker } = detail;
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3">
      <Button look="quiet" size="small" className="lg:hidden" onClick={onBack}>
        <ArrowLeft aria-hidden className="size-4" />
        Threads
      </Button>
      <div className="mr-auto min-w-0">
        <h2 className="truncate text-xl font-semibold">{customer.name ?? "Somebody new"}</h2>
        <p className="flex items-center gap-2 text-sm text-quiet">
          {channelName(conversation.channel)}
          <Badge look={conversation.status === "closed" ? "plain" : speaker === "human" ? "wait" : "good"}>
            {conversation.status === "closed" ? "Closed" : speaker === "human" ? "A person answers" : "The concierge answers"}
          </Badge>
        </p>
      </div>
      <ThreadActions detail={detail} />
    </header>
  );
}

function Messages({ messages }: { messages: Message[] }) {
  const end = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.id;
  useEffect(() => {
    end.current?.scrollIntoView({ block: "end" });
  }, [last]);
  return (
    <div role="log" aria-label="Messages" tabIndex={0} className="min-h-0 grow overflow-y-auto p-4 lg:max-h-[calc(100dvh-13rem)]">
      <ol className="mx-auto grid max-w-2xl gap-4">
        {messages.map((message) => (
          <Bubble key={message.id} message={message} />
        ))}
      </ol>
      <div ref={end} />
    </div>
  );
}

function Waits({ detail: { draft } }: { detail: Detail }) {
  const mayReview = useMay("drafts:review");
  if (!draft) return null;
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line bg-honey-soft px-4 py-2 text-sm">
      <span className="mr-auto text-honey">A reply waits for somebody’s yes.</span>
      {mayReview && entryOf("/drafts") ? (
        <Link href={`/drafts?id=${draft.id}` as Route} className={button({ look: "quiet", size: "small" })}>
          Review it
        </Link>
      ) : null}
    </div>
  );
}
