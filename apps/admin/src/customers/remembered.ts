import type { Schemas } from "@hibachi/api-client";
import { plain } from "@/shell/words";

type Memory = Schemas["MemoryDetail"];

const HIDDEN = ["updated_at"];

function spoken(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => (typeof one === "object" && one !== null ? Object.values(one).join(" ") : plain(String(one)))).join(", ");
  return String(value);
}

/** The row of a customer as pairs to show; what is empty is left out. */
export function rowOf(row: Record<string, unknown>): [string, string][] {
  return Object.entries(row)
    .filter(([name, value]) => !HIDDEN.includes(name) && value !== null && value !== 0 && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => [plain(name), spoken(value)]);
}

/** A memory in words: "12 adults on 2026-03-14", "birthday of Mia, 2026-07-15". */
export function wordsOf({ kind, value }: Pick<Memory, "kind" | "value">): string {
  const of = (name: string) => spoken(value[name] ?? "");
  switch (kind) {
    case "party":
      return `${of("adults")} adults, ${of("children")} children on ${of("day")}`;
    case "important_date":
      return `${of("type")}${value.name ? ` of ${of("name")}` : ""}, ${of("date")}`;
    case "dietary":
      return of("diets");
    case "preferred_name":
      return of("name");
    case "contact_method":
      return of("channel");
    case "special_request":
      return of("text");
  }
}
