"use client";

import { MessageCircle } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { button } from "@hibachi/ui/button";
import { hasConversation } from "./store";

const Panel = dynamic(() => import("./panel").then((module) => module.Panel), { ssr: false });

/** The chat on every page; its code is read when it is first opened. */
export function ChatWidget() {
  const [open, setOpen] = useState(false);
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    setWaiting(hasConversation());
    if (location.hash.startsWith("#chat=")) setOpen(true);
  }, []);
  if (open) return <Panel onClose={() => setOpen(false)} />;
  return (
    <button
      type="button"
      onClick={() => setOpen(true)}
      className={button({ look: "primary", className: "fixed bottom-5 right-5 z-40 shadow-lg" })}
    >
      <MessageCircle aria-hidden className="size-5" />
      {waiting ? "Go on chatting" : "Chat with us"}
    </button>
  );
}
