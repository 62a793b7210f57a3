import type { Schemas } from "@hibachi/api-client";
import type { Look } from "@/shell/badge";
import { day } from "@/shell/words";

export type Lead = Schemas["Lead"];
export type Status = Lead["status"];

export const SHELVES = { open: "Open", due: "To be asked again", hot: "Hot", converted: "Converted", lost: "Lost", all: "All" } as const;
export type Shelf = keyof typeof SHELVES;

export const SOURCES = {
  any: "Any",
  refused_booking: "Refused booking",
  quote: "Unanswered quote",
  form: "Form of the site",
  conversation: "Conversation",
  staff: "Staff",
} as const;

export const LOOK: Record<Status, Look> = { new: "wait", contacted: "plain", qualified: "plain", converted: "good", lost: "problem" };

/** What a shelf asks of the API. */
export function asked(shelf: Shelf) {
  if (shelf === "converted" || shelf === "lost") return { status: shelf };
  return { open: shelf === "open" || shelf === "hot", due: shelf === "due", hot: shelf === "hot" };
}

export function isOpen({ status }: Lead): boolean {
  return status !== "converted" && status !== "lost";
}

/** The party that somebody thinks of, as far as it is known: "Sat, Mar 14 · 12 adults, 3 children · ZIP 95112". */
export function wish({ wanted }: Lead): string {
  const { event_date, adults, children, zip, event_type } = wanted as Record<string, unknown>;
  const guests = [counted(adults, "adults"), counted(children, "children")].filter(Boolean).join(", ");
  const parts = [typeof event_date === "string" ? day(event_date) : "", guests, zip ? `ZIP ${String(zip)}` : "", event_type ? String(event_type) : ""];
  return parts.filter(Boolean).join(" · ") || "Nothing said yet";
}

function counted(number: unknown, of: string): string {
  return typeof number === "number" && number > 0 ? `${number} ${of}` : "";
}
