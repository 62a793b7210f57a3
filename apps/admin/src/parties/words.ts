import type { Schemas } from "@hibachi/api-client";
import type { Look } from "@/shell/badge";

export type Booking = Schemas["Booking"];
export type Status = Booking["status"];

/** Every state of a party and how it is called. */
export const STATUS: Record<Status, string> = {
  held: "held",
  deposit_pending: "deposit pending",
  confirmed: "confirmed",
  completed: "completed",
  cancelled: "cancelled",
  no_show: "no-show",
};

/** How loud a state is. */
export const LOOK: Record<Status, Look> = {
  held: "plain",
  deposit_pending: "wait",
  confirmed: "good",
  completed: "plain",
  cancelled: "problem",
  no_show: "problem",
};

/** "18:00" → "6 PM", "12:30" → "12:30 PM"; the wall time where the party is. */
export function clock(time: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const half = hour >= 12 ? "PM" : "AM";
  return `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, "0")}` : ""} ${half}`;
}

/** "14 adults, 3 children": who comes, without those who do not. */
export function guests({ adults, children, toddlers }: Pick<Booking, "adults" | "children" | "toddlers">): string {
  const said = [
    [adults, adults === 1 ? "adult" : "adults"],
    [children, children === 1 ? "child" : "children"],
    [toddlers, toddlers === 1 ? "toddler" : "toddlers"],
  ] as const;
  return said
    .filter(([number]) => number > 0)
    .map(([number, name]) => `${number} ${name}`)
    .join(", ");
}

/** The zone as staff say it, for a party in another one than the business: "America/Denver" → "Denver time". */
export function elsewhere(zone: string, home: string | undefined): string {
  return home === undefined || zone === home ? "" : ` (${zone.split("/").at(-1)?.replaceAll("_", " ")} time)`;
}
