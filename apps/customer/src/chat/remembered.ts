import type { Stored } from "@/facts/stored";

export const REMEMBERED: Stored = "conversation";

/** Whether this browser has a conversation to go on with. Apart from the chat's store, which is read when the chat opens. */
export function hasConversation(): boolean {
  return localStorage.getItem(REMEMBERED) !== null || location.hash.startsWith("#chat=");
}
