"use client";

import type { FormEvent } from "react";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Area } from "@/shell/area";
import { Dialog } from "@/shell/dialog";
import { useImprove } from "./changes";
import type { Message } from "./inbox";

/** How a reply should have been, kept beside it to learn from. */
export function Improve({ message, onClose }: { message: Message; onClose: () => void }) {
  const improving = useImprove(message.conversation_id, message.id, onClose);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    improving.mutate({ content: String(given.get("content")), reason: String(given.get("reason")) });
  };
  return (
    <Dialog title="How it should have been" about="What the customer read stays as it is. The better text is kept beside it." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <blockquote className="whitespace-pre-wrap rounded-xl border border-line p-3 text-sm text-quiet">{message.content}</blockquote>
        <Area label="Better" name="content" rows={5} required maxLength={4000} defaultValue={message.human_edit_content ?? message.content} />
        <Field label="What was wrong with it" name="reason" required maxLength={255} defaultValue={message.edit_reason ?? ""} />
        <Button type="submit" disabled={improving.isPending}>
          Keep it
        </Button>
      </form>
    </Dialog>
  );
}
