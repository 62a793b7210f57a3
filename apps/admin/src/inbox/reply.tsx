"use client";

import { useRef, useState, type FormEvent } from "react";
import { Button } from "@hibachi/ui/button";
import { useKeys } from "@/shell/keys";
import { useMay } from "@/shell/me";
import { useThreadChanges } from "./changes";
import type { Detail } from "./inbox";

/** One's own words to the customer, once one has taken over; the words stay where they are until they are sent. */
export function Reply({ detail: { conversation, speaker, opted_out } }: { detail: Detail }) {
  const { reply } = useThreadChanges(conversation.id);
  const [text, write] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const mayWrite = useMay("conversations:write");
  useKeys({ r: { does: () => field.current?.focus(), says: "Write a reply" } });
  if (!mayWrite || conversation.status === "closed") return null;
  if (opted_out) return <Said>This customer said STOP on this channel. Nothing can be sent here.</Said>;
  if (speaker !== "human" || !conversation.assigned_agent_id) {
    return <Said>{speaker === "human" ? "A person is asked for. Take over to answer." : "The concierge answers. Take over to write yourself."}</Said>;
  }
  const send = () => {
    if (text.trim()) reply.mutate(text, { onSuccess: () => write("") });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2 border-t border-line p-3">
      <textarea
        ref={field}
        aria-label="Your reply"
        placeholder="Your reply (Ctrl and Enter sends)"
        rows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
          if (event.key === "Escape") field.current?.blur();
        }}
        className="min-h-11 w-full resize-y rounded-xl border border-line bg-raised px-3 py-2 text-base text-ink placeholder:text-quiet"
      />
      <Button type="submit" disabled={reply.isPending || !text.trim()}>
        Send
      </Button>
    </form>
  );
}

function Said({ children }: { children: string }) {
  return <p className="border-t border-line px-4 py-3 text-sm text-quiet">{children}</p>;
}
