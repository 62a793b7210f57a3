/** How the lists of a profile are typed in rows, and back again. A list that stands nowhere here is typed as JSON. */
import type { Schemas } from "@hibachi/api-client";
import { asAmount } from "@/parties/money-dialogs";
import type { Json } from "./leaves";

type Kind = "text" | "long" | "number" | "amount" | "date";
type Columns<Row> = { [Key in keyof Row]-?: { label: string; kind: Kind; isOptional?: true } };
export type Shape = { one: string; columns: Columns<Record<string, unknown>> };

const RULE: Columns<Schemas["PricingRule"]> = {
  key: { label: "Key", kind: "text" },
  label: { label: "As guests read it", kind: "text" },
  first: { label: "First day", kind: "date" },
  last: { label: "Last day", kind: "date" },
  percent: { label: "Percent of the food", kind: "number", isOptional: true },
  per_adult: { label: "Or for each adult", kind: "amount", isOptional: true },
};
const AFTER: Columns<Schemas["AfterHours"]> = { after_hours: { label: "Hours after the price", kind: "number" } };
const REMINDER: Columns<Schemas["EventReminder"]> = {
  before_days: { label: "Days before", kind: "number", isOptional: true },
  before_hours: { label: "Or hours before", kind: "number", isOptional: true },
};
const SECTION: Columns<Schemas["PrivacySection"]> = {
  title: { label: "Heading", kind: "text" },
  text: { label: "Text; an empty line begins a paragraph", kind: "long" },
};

const SHAPES: Record<string, Shape> = {
  pricing_rules: { one: "Surcharge", columns: RULE },
  "follow_ups.quote_without_booking": { one: "Follow-up", columns: AFTER },
  "follow_ups.event_reminders": { one: "Reminder", columns: REMINDER },
  "privacy.sections": { one: "Section", columns: SECTION },
};

const PAIRS: Record<string, readonly [string, string]> = {
  "prices.gratuity_suggested_percent": ["from", "to"],
  "venue.space_feet": ["wide", "deep"],
  "venue.show_minutes": ["least", "most"],
  "follow_ups.after_event.between_hours": ["from", "to"],
};

/** Groups of the profile that may gain and lose entries, and what an entry is. */
const GROUPS: Record<string, "words" | "lines" | "number"> = {
  "business.brand_voice.emoji": "words",
  "policies.payment_handles": "words",
  "dietary.contains": "lines",
  "dietary.may_contain": "words",
  "sales.objections": "words",
  "concierge.debounce_seconds": "number",
};

/** What a list of rows is made of; undefined for one that is none. */
export function shapeOf(path: string): Shape | undefined {
  return SHAPES[path];
}

/** What the two numbers of a pair are called; undefined for what is no pair. */
export function pairOf(path: string): readonly [string, string] | undefined {
  return PAIRS[path];
}

/** The groups of a part of the profile whose entries come and go. */
export function groupsIn(section: string): { path: string; kind: "words" | "lines" | "number" }[] {
  return Object.entries(GROUPS).flatMap(([path, kind]) => (path.startsWith(`${section}.`) ? [{ path, kind }] : []));
}

/** Whether a leaf is an entry that may be taken off. */
export function isEntry(path: string): boolean {
  return path.slice(0, path.lastIndexOf(".")) in GROUPS;
}

export type Typed = Record<string, string>;

/** A list of the profile as its rows are typed. */
export function rowsOf(value: Json): Typed[] {
  const rows = Array.isArray(value) ? value : [];
  return rows.map((row) => Object.fromEntries(Object.entries(row as { [key: string]: Json }).map(([key, one]) => [key, one === null ? "" : String(one)])));
}

/** What was typed as the list that is meant; undefined where a row is not whole yet. */
export function meant(rows: Typed[], { columns }: Shape): Json | undefined {
  const read = rows.map((row) => {
    const cells = Object.entries(columns).map(([key, { kind, isOptional }]) => [key, cell(kind, row[key] ?? "", isOptional)] as const);
    return cells.some(([, one]) => one === undefined) ? undefined : (Object.fromEntries(cells) as { [key: string]: Json });
  });
  return read.some((row) => row === undefined) ? undefined : (read as Json);
}

function cell(kind: Kind, text: string, isOptional: true | undefined): Json | undefined {
  const said = text.trim();
  if (said === "") return isOptional ? null : undefined;
  if (kind === "number") return Number.isNaN(Number(said)) ? undefined : Number(said);
  return kind === "amount" ? asAmount(said) : said;
}

/** A name as the key that stands for it: "Black cod" → "black_cod". */
export function keyOf(name: string): string {
  return name.trim().toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_|_$/g, "");
}
