"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { useRows } from "@/shell/rows";

export type Script = Schemas["ScriptInForce"];
export type Proposal = Schemas["ScriptProposal"];
export type Book = Schemas["ScriptBook"];

/** The scripts in force, the situations in words, and the facts that one may name. */
export function useBook() {
  return useQuery({ queryKey: ["scripts", "book"], queryFn: () => answered(api.GET("/api/v1/admin/scripts")) });
}

/** Changes of scripts that wait, or that were decided. */
export function useProposals(shelf: "waiting" | "decided") {
  return useRows(["scripts", shelf], async (before: string | null) => {
    const { proposals, next } = await answered(api.GET("/api/v1/admin/scripts/proposals", { params: { query: { shelf, before: before ?? undefined } } }));
    return { rows: proposals, next };
  });
}

/** The situation of a proposal in words. */
export function situationOf({ before, after }: Proposal, book: Book | undefined): string {
  const situation = (after ?? before)?.situation;
  return situation ? (book?.situations[situation] ?? situation) : "";
}
