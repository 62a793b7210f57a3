"use client";

import { Check, Smartphone } from "lucide-react";
import { useState } from "react";
import { copied as putAside } from "@hibachi/ui/copy";

/** Copies a link with which the conversation goes on on another device. */
export function TakeAlong({ conversationId }: { conversationId: string | null }) {
  const [copied, setCopied] = useState(false);
  if (!conversationId) return null;
  async function copy() {
    if (!(await putAside(`${location.origin}/#chat=${conversationId}`))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), 2500);
  }
  return (
    <button
      type="button"
      aria-label={copied ? "Link copied" : "Copy a link to go on on another device"}
      title={copied ? "Link copied" : "Go on on another device"}
      onClick={() => void copy()}
      className="grid size-11 place-items-center rounded-full hover:bg-raised"
    >
      {copied ? <Check aria-hidden className="size-5" /> : <Smartphone aria-hidden className="size-5" />}
    </button>
  );
}
