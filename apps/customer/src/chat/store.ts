"use client";

import { create } from "zustand";
import { newId, origin } from "@hibachi/api-client";
import { claim } from "@/friends/code";
import { Connection } from "./connection";
import type { Outgoing } from "./frames";
import { REMEMBERED } from "./remembered";
import { EMPTY, heard, said, shownUpTo, type Thread } from "./thread";

const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const GONE = "conversation_not_found";

type Store = {
  thread: Thread;
  connected: boolean;
  open: () => void;
  say: (text: string) => void;
  forget: () => void;
};

let connection: Connection | null = null;

/** The visitor's conversation: remembered by its id, shown from the server's thread. */
export const useChat = create<Store>()((set, get) => {
  const update = (change: (thread: Thread) => Thread) => {
    const thread = change(get().thread);
    if (thread.conversationId) localStorage.setItem(REMEMBERED, thread.conversationId);
    set({ thread });
  };
  const greeting = (): Outgoing[] => {
    const { thread } = get();
    const { conversationId, sent } = thread;
    const hello: Outgoing[] = conversationId
      ? [{ type: "hello", conversation_id: conversationId, after: shownUpTo(thread) }]
      : [];
    return [...hello, ...sent.map(({ message_id, text }): Outgoing => ({ type: "say", message_id, text }))];
  };
  const connect = () => {
    connection ??= new Connection(`${origin().replace(/^http/, "ws")}/api/v1/chat/ws`, {
      came: (incoming) => {
        if (incoming.type === "error" && incoming.code === GONE) return get().forget();
        if (incoming.type === "accepted") void claim({ conversation_id: incoming.conversation_id });
        update((thread) => heard(thread, incoming));
      },
      connected: (connected) => set({ connected }),
      greeting,
    });
    connection.open();
  };
  return {
    thread: EMPTY,
    connected: false,
    open: () => {
      const linked = new URLSearchParams(location.hash.slice(1)).get("chat");
      const known = get().thread.conversationId ?? linked ?? localStorage.getItem(REMEMBERED);
      if (known && IS_ID.test(known) && !get().thread.conversationId) update((thread) => ({ ...thread, conversationId: known }));
      connect();
    },
    say: (text) => {
      const message_id = newId();
      update((thread) => said(thread, message_id, text));
      connect();
      connection?.send({ type: "say", message_id, text });
    },
    forget: () => {
      localStorage.removeItem(REMEMBERED);
      connection?.close();
      connection = null;
      set(({ thread }) => ({ thread: { ...EMPTY, sent: thread.sent }, connected: false }));
      connect();
    },
  };
});
