"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { CHANNELS } from "@/inbox/inbox";
import { useRows } from "@/shell/rows";

export type Look = Schemas["SecondLook"];
type Reason = Look["reasons"][number];

export const REASONS: Record<"any" | Reason, string> = {
  any: "Any reason",
  rated_down: "Rated down",
  low_confidence: "Unsure",
  validator_refused: "Refused at first",
  draft_edited: "Draft rewritten",
  draft_rejected: "Draft rejected",
  staff_unhappy: "Colleague unhappy",
};

/** What the panel offers to call an improvement; the first makes a proposal for a script. */
export const TAGS = {
  objection_handling: "Handles an objection",
  upsell: "Suggests something",
  tone: "Tone",
  empathy: "Feeling",
  accuracy: "Was wrong",
  missing_fact: "Left something out",
  length: "Length",
  question: "Asked for the wrong thing",
} as const;

/** Texts of the concierge that somebody should look at, the newest first. */
export function useLooks(reason: keyof typeof REASONS, channel: keyof typeof CHANNELS) {
  return useRows(["needs-review", reason, channel], async (before: string | null) => {
    const query = {
      reason: reason === "any" ? undefined : reason,
      channel: channel === "any" ? undefined : channel,
      before: before ?? undefined,
    };
    const { looks, next } = await answered(api.GET("/api/v1/admin/human-feedback/needing-review", { params: { query } }));
    return { rows: looks, next };
  });
}

/** Pairs to train on, the newest first. */
export function useCorpus() {
  return useRows(["corpus"], async (offset: number | null) => {
    const { pairs, next } = await answered(api.GET("/api/v1/admin/human-feedback/corpus", { params: { query: { offset: offset ?? 0 } } }));
    return { rows: pairs, next };
  });
}

/** What people made of one text, the newest first. */
export function useRevisions(ai_message_id: string) {
  return useQuery({
    queryKey: ["improvements", ai_message_id],
    queryFn: () => answered(api.GET("/api/v1/admin/human-feedback/messages/{ai_message_id}", { params: { path: { ai_message_id } } })),
  });
}
