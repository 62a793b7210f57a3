"use client";

import { Dialog } from "radix-ui";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@hibachi/ui/button";
import { useFacts } from "@/facts/facts";
import { SmallPrint } from "@/parts/small-print";
import { Bubble, Pending, Working } from "./bubble";
import { Composer } from "./composer";
import type { Message } from "./frames";
import { Judge } from "./judge";
import { QuoteCard } from "./quote-card";
import { useChat } from "./store";
import { TakeAlong } from "./take-along";
import { choicesNow } from "./thread";

/** The conversation: what was said, what is being done, and the field to write in. */
export function Panel({ onClose }: { onClose: () => void }) {
  const { thread, connected, open, say } = useChat();
  const { business } = useFacts().policies;
  useEffect(() => open(), [open]);
  return (
    <Dialog.Root open modal={false} onOpenChange={(stays) => (stays ? null : onClose())}>
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          onInteractOutside={(event) => event.preventDefault()}
          className="settles fixed inset-0 z-50 flex flex-col bg-paper shadow-2xl sm:inset-auto sm:bottom-5 sm:right-5 sm:h-[min(40rem,calc(100dvh-2.5rem))] sm:w-[26rem] sm:rounded-3xl sm:border sm:border-line"
        >
          <div className="flex items-center justify-between border-b border-line px-5 py-3">
            <Dialog.Title className="font-display text-xl font-semibold">{business.name}</Dialog.Title>
            <div className="flex items-center">
              <TakeAlong conversationId={thread.conversationId} />
              <Dialog.Close aria-label="Close the chat" className="grid size-11 place-items-center rounded-full hover:bg-raised">
                <X aria-hidden className="size-5" />
              </Dialog.Close>
            </div>
          </div>
          <Speaker human={thread.speaker === "human"} connected={connected} />
          <Messages />
          {thread.problem ? (
            <p role="alert" className="px-5 py-2 text-sm text-ember">
              {thread.problem}
            </p>
          ) : null}
          <Composer onSay={say} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Speaker({ human, connected }: { human: boolean; connected: boolean }) {
  const words = human ? "A person from our team answers you here." : "An automated assistant answers; a person takes over when you ask.";
  return (
    <p role="status" className="bg-raised px-5 py-2 text-sm text-quiet">
      {connected ? words : "Connecting …"}
    </p>
  );
}

function Messages() {
  const { thread, say } = useChat();
  const end = useRef<HTMLDivElement>(null);
  const coming = Object.entries(thread.pieces).map(([sequence, text]) => ({ sequence: Number(sequence), text }));
  const length = thread.messages.length + thread.sent.length + coming.reduce((sum, one) => sum + one.text.length, 0);
  useEffect(() => {
    void end.current?.scrollIntoView({ block: "end" });
  }, [length, thread.status]);
  return (
    <div role="log" aria-label="Messages" tabIndex={0} className="grid flex-1 content-start gap-3 overflow-y-auto px-5 py-4">
      {thread.messages.length + thread.sent.length === 0 ? (
        <div className="grid gap-2">
          <p className="text-quiet">Ask for a price, a free date, or anything about the evening.</p>
          <SmallPrint act="By writing" />
        </div>
      ) : null}
      {thread.messages.map((one) => (
        <Shown key={one.sequence} message={one} />
      ))}
      {coming.map((one) => (
        <Bubble key={one.sequence} role="ai" text={one.text} />
      ))}
      {thread.sent.map((one) => (
        <Pending key={one.message_id} sent={one} />
      ))}
      {thread.status ? <Working status={thread.status} /> : null}
      <Choices choices={choicesNow(thread)} onChoose={say} />
      <div ref={end} />
    </div>
  );
}

function Shown({ message: { role, text, id, quote_id } }: { message: Message }) {
  return (
    <div className="grid gap-1.5">
      <Bubble role={role} text={text} />
      {quote_id ? <QuoteCard id={quote_id} /> : null}
      {id ? <Judge replyId={id} /> : null}
    </div>
  );
}

/** Answers to the last question that can be tapped. */
function Choices({ choices, onChoose }: { choices: string[]; onChoose: (words: string) => void }) {
  if (choices.length === 0) return null;
  return (
    <div role="group" aria-label="Answers" className="flex flex-wrap gap-2">
      {choices.map((words) => (
        <Button key={words} look="quiet" size="small" onClick={() => onChoose(words)}>
          {words}
        </Button>
      ))}
    </div>
  );
}
