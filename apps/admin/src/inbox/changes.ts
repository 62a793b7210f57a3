"use client";

import { answered, api } from "@hibachi/api-client";
import { useChange } from "@/shell/change";
import type { Detail } from "./inbox";

/** A thread as it will be when the server agrees that somebody else speaks. */
export function spokenBy(before: unknown, speaker: "ai" | "human"): unknown {
  if (!before) return before;
  const detail = before as Detail;
  const status = speaker === "human" ? "escalated" : "ai";
  return { ...detail, speaker, conversation: { ...detail.conversation, status } };
}

/** Everything that staff do in a thread. Each shows at once, and is taken back when the server refuses. */
export function useThreadChanges(id: string) {
  const path = { conversation_id: id };
  const key = ["thread", id];
  const touches = [key, ["inbox"], ["waiting"], ["drafts"]];
  return {
    takeOver: useChange({
      call: (reason: string) =>
        answered(api.POST("/api/v1/admin/conversations/{conversation_id}/take-over", { params: { path }, body: { reason } })),
      at_once: { key, shows: (before) => spokenBy(before, "human") },
      touches,
    }),
    handBack: useChange({
      call: () => answered(api.POST("/api/v1/admin/conversations/{conversation_id}/hand-back", { params: { path } })),
      at_once: { key, shows: (before) => spokenBy(before, "ai") },
      touches,
      done: "The concierge answers again.",
    }),
    reply: useChange({
      call: (text: string) =>
        answered(api.POST("/api/v1/admin/conversations/{conversation_id}/reply", { params: { path }, body: { text } })),
      touches,
    }),
    close: useChange({
      call: (body: { successful: boolean; reason: string | null }) =>
        answered(api.POST("/api/v1/admin/conversations/{conversation_id}/close", { params: { path }, body })),
      touches,
      done: "The conversation is closed.",
    }),
  };
}
