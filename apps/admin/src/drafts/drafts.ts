"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { useChange } from "@/shell/change";
import { useRows } from "@/shell/rows";

export type Draft = Schemas["Draft"];
export type Detail = Schemas["DraftDetail"];

export const PRIORITIES = { all: "Any priority", high: "High", normal: "Normal", low: "Low" } as const;
export const STATES = {
  pending: "Waiting",
  sent: "Sent",
  rejected: "Rejected",
  stale: "Overtaken",
  withdrawn: "Withdrawn",
  expired: "Expired",
  all: "All",
} as const;

export type Filters = {
  priority: keyof typeof PRIORITIES;
  channel: "all" | Draft["channel"];
  status: keyof typeof STATES;
};

/** Drafts that fit, the most urgent and then the oldest first. */
export function useDrafts(filters: Filters) {
  return useRows(["drafts", filters], async (after: number | null) => {
    const query = { ...filters, after: after ?? 0 };
    const { drafts, next } = await answered(api.GET("/api/admin/emails/pending", { params: { query } }));
    return { rows: drafts, next };
  });
}

/** One draft with its question and what it rests on. Asking begins the reviewer's clock. */
export function useDraft(id: string) {
  const path = { draft_id: id };
  return useQuery({
    queryKey: ["drafts", "one", id],
    queryFn: async () => {
      await answered(api.POST("/api/admin/emails/{draft_id}/open", { params: { path } }));
      return answered(api.GET("/api/admin/emails/{draft_id}", { params: { path } }));
    },
  });
}

/** Approve, edit and reject. `decided` hears of a draft that does not wait any more, and what is asked then. */
export function useDecisions(id: string, decided: (question: string | null) => void) {
  const path = { draft_id: id };
  const touches = [["drafts"], ["inbox"], ["waiting"], ["thread"]];
  return {
    approve: useChange({
      call: (body: { digest: string; confirm_amounts: boolean }) =>
        answered(api.POST("/api/admin/emails/{draft_id}/approve", { params: { path }, body })),
      touches,
      done: "The reply is sent.",
      then: ({ question }) => decided(question ?? null),
    }),
    edit: useChange({
      call: (body: { content: string; reason: string }) =>
        answered(api.PUT("/api/admin/emails/{draft_id}/edit", { params: { path }, body })),
      touches,
      done: "The edit is kept. It leaves when you approve it.",
    }),
    reject: useChange({
      call: (reason: string) =>
        answered(api.POST("/api/admin/emails/{draft_id}/reject", { params: { path }, body: { reason } })),
      touches,
      done: "The reply will not be sent. The conversation is yours.",
      then: () => decided(null),
    }),
  };
}

/** What staff answer to "Did AI do a good job?". */
export function useJudgement(id: string, then: () => void) {
  return useChange({
    call: (good: boolean) =>
      answered(
        api.POST("/api/v1/admin/feedback/approvals/{draft_id}", { params: { path: { draft_id: id } }, body: { good } }),
      ),
    touches: [["feedback"]],
    done: "Thank you. It counts.",
    then,
  });
}
