"use client";

import { useState } from "react";
import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { classes } from "@hibachi/ui/classes";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { useMay } from "@/shell/me";
import { at, plain } from "@/shell/words";
import { Improve } from "@/review/improve";
import { FactWords } from "./fact";
import { pieces } from "./facts";
import type { Message } from "./inbox";

/** Who wrote a message. */
function writer(message: Pick<Message, "role" | "staff_id">): "customer" | "ai" | "human" | "system" {
  if (message.role === "user") return "customer";
  if (message.role === "system") return "system";
  return message.staff_id ? "human" : "ai";
}

const NAMES = { customer: "Customer", ai: "Concierge", human: "Staff", system: "Notice" } as const;
const LOOKS = {
  customer: "bg-raised border border-line",
  ai: "bg-leaf-soft/60",
  human: "bg-ember-soft",
  system: "border border-dashed border-line",
} as const;

/** One message: the customer's on the left, ours on the right; of a machine's the words that rest on facts. */
export function Bubble({ message }: { message: Message }) {
  const who = writer(message);
  const feeling = message.emotion?.label;
  return (
    <li className={classes("grid max-w-[92%] gap-1", who === "customer" ? "justify-self-start" : "justify-self-end")}>
      <p className="flex flex-wrap items-center gap-2 text-xs text-quiet">
        <span className="font-semibold">{NAMES[who]}</span>
        <time dateTime={message.created_at}>{at(message.created_at, new Date())}</time>
        {message.agent ? <span>{plain(message.agent)}</span> : null}
        {feeling && feeling !== "neutral" ? <Badge look={feeling === "angry" ? "problem" : "plain"}>{feeling}</Badge> : null}
      </p>
      <div className={classes("whitespace-pre-wrap break-words rounded-2xl px-4 py-2.5", LOOKS[who])}>
        {who === "ai" ? <Checked message={message} /> : message.content}
      </div>
      {who === "ai" ? <Better message={message} /> : null}
      {who === "ai" || who === "human" ? <Promote message={message} /> : null}
    </li>
  );
}

/** A reply that is worth keeping: it waits for a person among what was learnt. */
function Promote({ message }: { message: Message }) {
  const mayWrite = useMay("knowledge:write");
  const promote = useChange({
    call: () => answered(api.POST("/api/v1/admin/knowledge/candidates", { body: { message_id: message.id } })),
    touches: [["knowledge"]],
    done: "It waits under Knowledge, with what was learnt.",
  });
  if (!mayWrite) return null;
  return (
    <Button look="plain" size="small" className="justify-self-end text-xs font-normal text-quiet" disabled={promote.isPending} onClick={() => promote.mutate(undefined)}>
      Keep it as knowledge
    </Button>
  );
}

function Checked({ message }: { message: Message }) {
  return pieces(message).map(({ text, source }, index) =>
    source ? <FactWords key={index} words={text} source={source} /> : <span key={index}>{text}</span>,
  );
}

function Better({ message }: { message: Message }) {
  const [open, setOpen] = useState(false);
  const mayWrite = useMay("conversations:write");
  return (
    <div className="grid gap-1 text-sm">
      {message.human_edited ? (
        <div className="rounded-xl border border-line px-3 py-2">
          <p className="text-xs font-semibold text-quiet">Should have been ({message.edit_reason})</p>
          <p className="whitespace-pre-wrap">{message.human_edit_content}</p>
        </div>
      ) : null}
      {mayWrite ? (
        <Button look="plain" size="small" className="justify-self-end text-xs font-normal text-quiet" onClick={() => setOpen(true)}>
          {message.human_edited ? "Write it differently" : "Write how it should have been"}
        </Button>
      ) : null}
      {open ? <Improve id={message.id} conversation_id={message.conversation_id} said={message.content} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
