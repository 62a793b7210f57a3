import type { Route } from "next";
import {
  Activity, BookOpen, Calculator, CalendarDays, ChefHat, ClipboardList, CreditCard, Gift, Inbox, KeyRound, Lightbulb, MailCheck, MessageCircleQuestion, MessageSquareQuote, Newspaper, PartyPopper, PencilLine,
  Receipt, ScrollText, Send,
  SlidersHorizontal, Star, Sun, Target, ThumbsUp, UserCog, Users, Utensils,
  type LucideIcon,
} from "lucide-react";

/** A page of the panel: its address, its name in the navigation, and the permission without which it is refused. */
export type Entry = { to: Route; name: string; group: Group; icon: LucideIcon; needs: string; key?: string };

export const GROUPS = ["Work", "Parties", "Growth", "Business", "System"] as const;
type Group = (typeof GROUPS)[number];

/** Every page, in the order of the navigation. A page adds one line here; `key` goes there after a g. */
export const PAGES: Entry[] = [
  { to: "/", name: "Today", group: "Work", icon: Sun, needs: "account:own", key: "t" },
  { to: "/assistant", name: "Ask", group: "Work", icon: MessageCircleQuestion, needs: "account:own", key: "y" },
  { to: "/inbox", name: "Inbox", group: "Work", icon: Inbox, needs: "conversations:read", key: "i" },
  { to: "/drafts", name: "Drafts", group: "Work", icon: MailCheck, needs: "drafts:review", key: "d" },
  { to: "/draft-modes", name: "Draft modes", group: "Work", icon: SlidersHorizontal, needs: "metrics:read", key: "m" },
  { to: "/feedback", name: "Feedback", group: "Work", icon: ThumbsUp, needs: "conversations:read", key: "f" },
  { to: "/needs-review", name: "Needing review", group: "Work", icon: PencilLine, needs: "conversations:read", key: "z" },
  { to: "/scripts", name: "Scripts", group: "Work", icon: MessageSquareQuote, needs: "conversations:read" },
  { to: "/knowledge", name: "Knowledge", group: "Work", icon: BookOpen, needs: "knowledge:read" },
  { to: "/knowledge-gaps", name: "Knowledge gaps", group: "Work", icon: Lightbulb, needs: "conversations:read", key: "k" },
  { to: "/calendar", name: "Calendar", group: "Parties", icon: CalendarDays, needs: "calendar:read", key: "c" },
  { to: "/run-sheet", name: "Run sheet", group: "Parties", icon: ClipboardList, needs: "calendar:read", key: "r" },
  { to: "/bookings", name: "Bookings", group: "Parties", icon: PartyPopper, needs: "bookings:read", key: "b" },
  { to: "/quotes", name: "Quotes", group: "Parties", icon: Calculator, needs: "bookings:read", key: "q" },
  { to: "/customers", name: "Customers", group: "Parties", icon: Users, needs: "customers:read", key: "u" },
  { to: "/payments", name: "Payments", group: "Parties", icon: CreditCard, needs: "payments:read", key: "p" },
  { to: "/journeys", name: "Journeys", group: "Parties", icon: Send, needs: "conversations:read", key: "j" },
  { to: "/leads", name: "Leads", group: "Growth", icon: Target, needs: "leads:read", key: "l" },
  { to: "/referrals", name: "Referrals", group: "Growth", icon: Gift, needs: "referrals:read", key: "e" },
  { to: "/reviews", name: "Reviews", group: "Growth", icon: Star, needs: "reviews:read", key: "v" },
  { to: "/newsletters", name: "Newsletters", group: "Growth", icon: Newspaper, needs: "newsletters:read", key: "x" },
  { to: "/policies", name: "Policies", group: "Business", icon: Receipt, needs: "policies:read", key: "o" },
  { to: "/menu", name: "Menu", group: "Business", icon: Utensils, needs: "policies:read", key: "n" },
  { to: "/crew", name: "Crew", group: "Business", icon: ChefHat, needs: "crew:read", key: "w" },
  { to: "/users", name: "Users and roles", group: "System", icon: UserCog, needs: "users:read", key: "s" },
  { to: "/keys", name: "API keys", group: "System", icon: KeyRound, needs: "users:read" },
  { to: "/audit", name: "Audit log", group: "System", icon: ScrollText, needs: "audit:read", key: "a" },
  { to: "/health", name: "System health", group: "System", icon: Activity, needs: "metrics:read", key: "h" },
];

/** The entry of an address, the longest that fits; undefined for none. */
export function entryOf(path: string): Entry | undefined {
  const at = path.endsWith("/") ? path : `${path}/`;
  return PAGES.filter(({ to }) => (to === "/" ? at === "/" : at.startsWith(`${to}/`))).sort((a, b) => b.to.length - a.to.length)[0];
}
