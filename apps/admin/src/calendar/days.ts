/** Dates as "2026-03-14": days of a calendar, which have no zone. */

const DAY_MS = 86_400_000;

export function plus(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday of the week of a date. */
export function monday(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return plus(date, -((weekday + 6) % 7));
}

/** So many days from a date on. */
export function run(first: string, days: number): string[] {
  return Array.from({ length: days }, (_, index) => plus(first, index));
}

/** The date that an instant has in a zone. */
export function dateIn(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(instant);
}

/** The wall time that an instant has in a zone: "18:00". */
export function timeIn(zone: string, instant: string): string {
  const options = { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat("en-GB", options).format(new Date(instant));
}

/** The instant of a wall time in a zone; of a time that the clocks skip, the one an hour later. */
export function instantIn(zone: string, date: string, time: string): string {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const offset = (instant: number) => Date.parse(`${shown(zone, instant)}Z`) - instant;
  const guess = asUtc - offset(asUtc);
  return new Date(asUtc - offset(guess)).toISOString();
}

function shown(zone: string, instant: number): string {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, hourCycle: "h23", ...parts }).format(new Date(instant)).replace(" ", "T");
}

export function isDate(value: string | null): value is string {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
}
