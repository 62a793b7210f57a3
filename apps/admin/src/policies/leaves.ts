/** A profile as leaves by dotted path, and edited leaves as the JSON merge patch (RFC 7396) that the API takes. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Leaf = { path: string; value: Json };
export type Edits = Record<string, Json>;

/** Every value that is no object of named values; an empty object is a leaf. */
export function leavesOf(value: Json, path = ""): Leaf[] {
  if (value === null || typeof value !== "object" || Array.isArray(value) || Object.keys(value).length === 0) return [{ path, value }];
  return Object.entries(value).flatMap(([key, below]) => leavesOf(below, path ? `${path}.${key}` : key));
}

/** {"prices.adult.amount": "60.00"} → {prices: {adult: {amount: "60.00"}}}; null takes a key away. */
export function patchOf(edits: Edits): { [key: string]: Json } {
  const patch: { [key: string]: Json } = {};
  for (const [path, value] of Object.entries(edits)) {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    let place = patch;
    for (const key of keys) place = (place[key] ??= {}) as { [key: string]: Json };
    place[last] = value;
  }
  return patch;
}

export type Kind = "number" | "yes_no" | "lines" | "words" | "json";

/** How a leaf is typed. */
export function kindOf(value: Json): Kind {
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "yes_no";
  if (Array.isArray(value)) return value.every((one) => typeof one === "string") ? "lines" : "json";
  return typeof value === "object" && value !== null ? "json" : "words";
}

/** A leaf as it stands in its field. */
export function typed(value: Json): string {
  if (Array.isArray(value) && kindOf(value) === "lines") return value.join("\n");
  return typeof value === "object" && value !== null ? JSON.stringify(value, null, 1) : String(value ?? "");
}

/** What was typed as the leaf's own kind; undefined where it cannot be one yet. */
export function read(kind: Kind, text: string): Json | undefined {
  if (kind === "number") return text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text);
  if (kind === "yes_no") return text === "true";
  if (kind === "lines") return text.split("\n").map((line) => line.trim()).filter(Boolean);
  if (kind === "words") return text === "" ? null : text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** What differs between two profiles, by path. */
export function differences(before: Json, after: Json): { path: string; old: Json | undefined; new: Json | undefined }[] {
  const [old, now] = [before, after].map((one) => new Map(leavesOf(one).map(({ path, value }) => [path, value])));
  if (!old || !now) return [];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => JSON.stringify(old.get(path)) !== JSON.stringify(now.get(path)))
    .sort()
    .map((path) => ({ path, old: old.get(path), new: now.get(path) }));
}

/** "deposit_refundable_days" → "Deposit refundable days". */
export function name(key: string): string {
  const words = key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
