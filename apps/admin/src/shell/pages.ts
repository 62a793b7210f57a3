import type { Route } from "next";
import { Inbox, Lightbulb, MailCheck, SlidersHorizontal, Sun, ThumbsUp, type LucideIcon } from "lucide-react";

/** A page of the panel: its address, its name in the navigation, and the permission without which it is refused. */
export type Entry = { to: Route; name: string; group: Group; icon: LucideIcon; needs: string; key?: string };

export const GROUPS = ["Work", "Parties", "Business", "System"] as const;
type Group = (typeof GROUPS)[number];

/** Every page, in the order of the navigation. A page adds one line here; `key` goes there after a g. */
export const PAGES: Entry[] = [
  { to: "/", name: "Today", group: "Work", icon: Sun, needs: "account:own", key: "t" },
  { to: "/inbox", name: "Inbox", group: "Work", icon: Inbox, needs: "conversations:read", key: "i" },
  { to: "/drafts", name: "Drafts", group: "Work", icon: MailCheck, needs: "drafts:review", key: "d" },
  { to: "/draft-modes", name: "Draft modes", group: "Work", icon: SlidersHorizontal, needs: "metrics:read", key: "m" },
  { to: "/feedback", name: "Feedback", group: "Work", icon: ThumbsUp, needs: "conversations:read", key: "f" },
  { to: "/knowledge-gaps", name: "Knowledge gaps", group: "Work", icon: Lightbulb, needs: "conversations:read", key: "k" },
];

/** The entry of an address, the longest that fits; undefined for none. */
export function entryOf(path: string): Entry | undefined {
  const at = path.endsWith("/") ? path : `${path}/`;
  return PAGES.filter(({ to }) => (to === "/" ? at === "/" : at.startsWith(`${to}/`))).sort((a, b) => b.to.length - a.to.length)[0];
}
