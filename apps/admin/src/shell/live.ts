"use client";

import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { create } from "zustand";
import { origin } from "@hibachi/api-client";
import { accessToken } from "./access";

type Changed = { type: "changed"; nouns: string[]; conversations: string[] };
type Frame = Changed | { type: "ready" | "pong" | "error" };

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const PROVE_EVERY_MS = 20_000;

/** Whether the panel hears at once what changes. */
export const useIsLive = create<{ live: boolean }>()(() => ({ live: false }));

/** What a noun of the server is called in the keys of queries, where that is not its own name. */
const SHOWN_IN: Record<string, string[]> = {
  message: ["inbox", "waiting"],
  escalation: ["inbox", "waiting"],
  conversation: ["inbox", "waiting"],
  draft: ["drafts", "inbox", "waiting"],
};

/** The first parts of the keys of all queries that show what changed. */
export function touched({ nouns, conversations }: Changed): string[][] {
  const lists = nouns.flatMap((noun) => SHOWN_IN[noun] ?? [noun]);
  return [...[...new Set(lists)].map((name) => [name]), ...conversations.map((id) => ["thread", id])];
}

/** Keep a socket to the server while the panel is open, and read anew what it says has changed. */
export function useLive(wanted: boolean): void {
  const client = useQueryClient();
  useEffect(() => (wanted ? listen(client) : undefined), [wanted, client]);
}

function listen(client: QueryClient): () => void {
  let socket: WebSocket | null = null;
  let wait = FIRST_WAIT_MS;
  let missed = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const prove = async () => {
    const token = await accessToken();
    if (token && socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ type: "hello", token }));
  };
  const heard = (frame: Frame) => {
    if (frame.type === "changed") touched(frame).forEach((queryKey) => void client.invalidateQueries({ queryKey }));
    if (frame.type !== "ready" || useIsLive.getState().live) return;
    useIsLive.setState({ live: true });
    wait = FIRST_WAIT_MS;
    if (missed) void client.invalidateQueries();
  };
  const open = () => {
    socket = new WebSocket(`${origin().replace(/^http/, "ws")}/api/v1/admin/live`);
    socket.onopen = () => void prove();
    socket.onmessage = ({ data }) => heard(JSON.parse(String(data)) as Frame);
    socket.onclose = () => {
      useIsLive.setState({ live: false });
      missed = true;
      again = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
  };
  open();
  const pulse = setInterval(() => void prove(), PROVE_EVERY_MS);
  return () => {
    clearInterval(pulse);
    clearTimeout(again);
    if (socket) socket.onclose = null;
    socket?.close();
    useIsLive.setState({ live: false });
  };
}
