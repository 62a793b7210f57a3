/** How money, days, times and lists are written; what comes in are fields of the API. */

/** What stands before an amount. A page is not to wait for the browser's rules for money, which take longer than its own script. */
const SIGNS: Record<string, string> = { USD: "$", EUR: "€", GBP: "£", CAD: "CA$", AUD: "A$" };

let countedIn = "USD";

/** From now on amounts are written in the business's currency, by its ISO code. */
export function countIn(currency: string): void {
  countedIn = currency;
}

/** "1100.00" → "$1,100"; "57.50" → "$57.50", in the business's currency. */
export function money(amount: string): string {
  const [whole = "", cents] = amount.replace("-", "").split(".");
  const sign = SIGNS[countedIn] ?? `${countedIn} `;
  const shown = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amount.startsWith("-") ? "-" : ""}${sign}${shown}${!cents || cents === "00" ? "" : `.${cents}`}`;
}

/** "18:00" or "18:00:00" → "6 PM"; "12:00" → "noon". */
export function clock(time: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  if (hour === 12 && minute === 0) return "noon";
  const half = hour >= 12 ? "PM" : "AM";
  const short = hour % 12 || 12;
  return minute ? `${short}:${String(minute).padStart(2, "0")} ${half}` : `${short} ${half}`;
}

let days: Intl.DateTimeFormat | undefined;

/** "2026-06-13" → "Saturday, June 13, 2026". */
export function day(date: string): string {
  days ??= new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric", year: "numeric", timeZone: "UTC" });
  return days.format(new Date(`${date}T00:00:00Z`));
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], last = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

/** "1 adult", "2 adults". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

type Guests = { adults: number; children?: number; toddlers?: number };

/** "14 adults and 3 children". */
export function guests({ adults, children = 0, toddlers = 0 }: Guests): string {
  const said = [counted(adults, "adult")];
  if (children) said.push(counted(children, "child", "children"));
  if (toddlers) said.push(counted(toddlers, "toddler"));
  return listed(said);
}

/** The first letter a capital, the rest as it is. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "mon-sun" → "Every day"; "mon-fri" → "Mon to Fri". */
export function weekdays(written: string): string {
  if (written === "mon-sun") return "Every day";
  return written.split("-").map(capital).join(" to ");
}

/** "+19165550148" → "(916) 555-0148"; other countries' numbers stay as they are. */
export function telephone(number: string): string {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return match ? `(${match[1]}) ${match[2]}-${match[3]}` : number;
}

/** "crustacean_shellfish" → "crustacean shellfish"; "tree_nuts" → "tree nuts". */
export function readable(key: string): string {
  return key.replaceAll("_", " ");
}
