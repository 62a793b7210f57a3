"use client";

import { answered, api, Refused } from "@hibachi/api-client";
import type { Stored } from "@/facts/stored";

const REMEMBERED: Stored = "friend_code";
const LOOKS_LIKE_ONE = /^[A-Za-z0-9-]{1,20}$/;

/** A friend's code in the address (`?ref=`) is remembered by this browser until it was claimed. */
export function remember(search: string): void {
  const code = new URLSearchParams(search).get("ref");
  if (code && LOOKS_LIKE_ONE.test(code)) localStorage.setItem(REMEMBERED, code);
}

const told = new Set<string>();

/** Say that one came with the remembered code; it counts for a party that was booked by the form, or for a web chat. */
export async function claim(way: { booking_id: string; token: string } | { conversation_id: string }): Promise<void> {
  const code = localStorage.getItem(REMEMBERED);
  const whom = "booking_id" in way ? way.booking_id : way.conversation_id;
  if (!code || told.has(whom)) return;
  told.add(whom);
  try {
    await answered(api.POST("/api/v1/referrals/claims", { body: { code, ...way } }));
  } catch (error) {
    // A code that does not count is let go: the visitor came to have a party. One that could not be said is kept.
    if (!(error instanceof Refused) || error.refusal.code === "unreachable") {
      told.delete(whom);
      return;
    }
  }
  if ("booking_id" in way) localStorage.removeItem(REMEMBERED);
}
