/** Figures and times as staff read them. */

let written = inCurrency("USD");

function inCurrency(currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat("en-US", { style: "currency", currency });
}

/** From now on amounts are written in the business's currency, by its ISO code. */
export function countIn(currency: string): void {
  if (written.resolvedOptions().currency !== currency) written = inCurrency(currency);
}

/** "1234.50" → "$1,234.50", "12.00" → "$12", in the business's currency. The API gives amounts as text with two decimals. */
export function money(amount: string | number): string {
  return written.format(Number(amount)).replace(/\.00$/, "");
}

/** An instant by this device's clock: "14:05" today, "Mar 3, 14:05" otherwise. */
export function at(instant: string, now: Date): string {
  const when = new Date(instant);
  const time = when.toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" });
  if (when.toDateString() === now.toDateString()) return time;
  const year = when.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return `${when.toLocaleDateString("en-US", { month: "short", day: "numeric", year })}, ${time}`;
}

/** How long ago, in the largest unit that fits: "3 min", "2 h", "5 days". */
export function ago(instant: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - new Date(instant).getTime()) / 60_000));
  if (minutes < 1) return "now";
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / (24 * 60))} days`;
}

/** The same in a sentence: "just now", "3 min ago". */
export function since(instant: string, now: Date): string {
  const passed = ago(instant, now);
  return passed === "now" ? "just now" : `${passed} ago`;
}

/** "2026-03-14" → "Sat, Mar 14". A date of a party has no zone: it is the day where the party is. */
export function day(date: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString("en-US", { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" });
}

/** "deposit_pending" → "deposit pending". */
export function plain(code: string): string {
  return code.replaceAll("_", " ");
}
