"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import type { Look } from "@/shell/badge";

export type Planned = Schemas["Planned"];
export type Journey = Schemas["Journey"];
export type KindOf = Schemas["KindOfJourney"];
export type Kind = KindOf["kind"];
export type State = Journey["state"];

/** Each kind of message: its name, and when it is said. The numbers stand in the policies. */
export const KINDS: Record<Kind, { name: string; about: string }> = {
  deposit_reminder: { name: "Deposit reminder", about: "Before the hold of an unpaid party ends" },
  balance_reminder: { name: "Balance reminder", about: "While something is to be paid before a party" },
  event_reminder: { name: "Event reminder", about: "Before a party: the day, the question about diets, the rule about rain" },
  quote_follow_up: { name: "Quote follow-up", about: "After a price that nobody answered" },
  lead_follow_up: { name: "Lead follow-up", about: "After a wish that could not be met" },
  after_event: { name: "After the party", about: "Thanks and the review; care where the host was unhappy, nothing where they were angry" },
  win_back: { name: "Asked back", about: "Long after the last party, to those who agreed to advertising" },
};

export const LOOKS: Record<State, Look> = {
  waiting: "wait",
  queued: "wait",
  sent: "good",
  expired: "plain",
  stopped: "plain",
  failed: "problem",
  handed_over: "problem",
};

export const STATES: Record<State | "any", string> = {
  any: "Any state",
  waiting: "Held back",
  queued: "On its way",
  sent: "Sent",
  expired: "Expired",
  stopped: "Not needed",
  failed: "Failed",
  handed_over: "Yours to say",
};

const REASONS: Record<string, string> = {
  answered: "they answered",
  angry_after_party: "they sounded angry: speak with them first",
  booked: "they have a party",
  closed: "the thread was closed",
  day_over: "the day is over",
  declined: "they said no",
  due: "it is being decided",
  error: "it could not be made",
  followed_up: "their price is followed up already",
  human_speaks: "a person speaks with them",
  late: "it was too late",
  no_address: "no proven address",
  no_consent: "no consent",
  no_longer: "nothing to say any more",
  one_a_day: "another one was sent today",
  opted_out: "they said STOP",
  outside_window: "they wrote too long ago for this channel",
  quiet_hours: "quiet hours",
  refused_words: "the validator refused its words",
  stale: "it changed on its way, and is decided anew",
};

/** Why, in words; a provider's code as it is. */
export function reason(code: string | null): string {
  return code === null ? "" : (REASONS[code] ?? code.replaceAll("_", " "));
}

/** "7d" → "7 days", "48h" → "48 hours". */
export function step(said: string): string {
  return said.replace(/^(\d+)d$/, "$1 days").replace(/^(\d+)h$/, "$1 hours");
}

/** The switches, and what will go out in two weeks; of one party where it is named. */
export function usePlan(bookingId?: string) {
  return useQuery({
    queryKey: ["journeys", "plan", bookingId ?? "all"],
    queryFn: () => answered(api.GET("/api/v1/admin/journeys/plan", { params: { query: { days: 14, booking_id: bookingId } } })),
  });
}
