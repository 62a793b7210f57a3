"use client";

import { SendHorizontal } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";

const LONGEST = 4000;

/** Write and send; Enter sends, Shift and Enter begin a new line. */
export function Composer({ onSay }: { onSay: (text: string) => void }) {
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  function send() {
    if (!text.trim()) return;
    onSay(text.trim());
    setText("");
    field.current?.focus();
  }
  function onKey(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  }
  return (
    <form
      className="flex items-end gap-2 border-t border-line p-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        aria-label="Your message"
        placeholder="Write a message"
        rows={Math.min(5, text.split("\n").length)}
        maxLength={LONGEST}
        value={text}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
        className="min-h-11 flex-1 resize-none rounded-2xl border border-line bg-raised px-4 py-2.5 text-base placeholder:text-quiet"
      />
      <button
        type="submit"
        aria-label="Send"
        disabled={!text.trim()}
        className="grid size-11 shrink-0 place-items-center rounded-full bg-ember text-ember-ink disabled:opacity-40"
      >
        <SendHorizontal aria-hidden className="size-5" />
      </button>
    </form>
  );
}
