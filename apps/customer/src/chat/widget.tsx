"use client";

import { MessageCircle } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { button } from "@hibachi/ui/button";
import { NotYet } from "@/parts/not-yet";
import { hasConversation } from "./remembered";

const Panel = lazy(() => import("./panel").then(({ Panel }) => ({ default: Panel })));

/** The chat on every page; its code is read when it is first opened, and the button stays until it is there. */
export function ChatWidget() {
  const [open, setOpen] = useState(false);
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    setWaiting(hasConversation());
    if (location.hash.startsWith("#chat=")) setOpen(true);
  }, []);
  const opener = <Opener waiting={waiting} coming={open} onOpen={() => setOpen(true)} />;
  if (!open) return opener;
  return (
    <Suspense fallback={opener}>
      <Panel onClose={() => setOpen(false)} />
    </Suspense>
  );
}

function Opener({ waiting, coming, onOpen }: { waiting: boolean; coming: boolean; onOpen: () => void }) {
  return (
    <NotYet>
      <button
        type="button"
        aria-busy={coming}
        onClick={onOpen}
        className={button({ className: "fixed bottom-5 right-5 z-40 shadow-lg" })}
      >
        <MessageCircle aria-hidden className="size-5" />
        {waiting ? "Go on chatting" : "Chat with us"}
      </button>
    </NotYet>
  );
}
