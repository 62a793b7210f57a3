"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { useRows } from "@/shell/rows";

export type Line = Schemas["InboxThread"];
export type Detail = Schemas["ConversationDetail"];
export type Message = Schemas["Message"];
type Shelf = NonNullable<Schemas["InboxThread"]["status"]> | "open" | "needs_me" | "all";

export const SHELVES: Record<Shelf, string> = {
  open: "Open",
  needs_me: "Needs a person",
  ai: "The concierge answers",
  escalated: "Handed over",
  closed: "Closed",
  all: "All",
};

export const CHANNELS = {
  any: "Any channel",
  web_chat: "Web chat",
  sms: "SMS",
  email: "E-mail",
  instagram: "Instagram",
  facebook: "Facebook",
  whatsapp: "WhatsApp",
  phone: "Phone",
} as const;

export const URGENCIES = { any: "Any priority", urgent: "Urgent", high: "High", normal: "Normal", low: "Low" } as const;

export type Filters = {
  shelf: Shelf;
  channel: keyof typeof CHANNELS;
  urgency: keyof typeof URGENCIES;
  q: string;
};

/** The word for a channel, also for one that this page does not know. */
export function channelName(channel: string): string {
  return channel in CHANNELS ? CHANNELS[channel as keyof typeof CHANNELS] : channel;
}

/** The threads that fit, the newest talk first. */
export function useThreads({ shelf, channel, urgency, q }: Filters) {
  return useRows(["inbox", shelf, channel, urgency, q], async (before: string | null) => {
    const query = {
      shelf,
      channel: channel === "any" ? undefined : channel,
      urgency: urgency === "any" ? undefined : urgency,
      q: q || undefined,
      before: before ?? undefined,
    };
    const { threads, next } = await answered(api.GET("/api/v1/admin/conversations/inbox", { params: { query } }));
    return { rows: threads, next };
  });
}

/** One thread with its person, its messages and what they rest on. */
export function useThread(id: string | null) {
  return useQuery({
    queryKey: ["thread", id],
    queryFn: () =>
      answered(
        api.GET("/api/v1/admin/conversations/{conversation_id}", { params: { path: { conversation_id: id ?? "" } } }),
      ),
    enabled: id !== null,
  });
}
