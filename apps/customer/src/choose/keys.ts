import type { Stored } from "@/facts/stored";

/** The keys of the entries that this browser made: whoever has one may correct its entry. They outlive a reload and a renewed link. */

const KEYS: Stored = "guest-keys";
/** How many the API takes in one question. */
const MOST = 20;

let beside: string[] = [];

/** The newest keys of this browser. */
export function knownKeys(): string[] {
  return [...new Set([...stored(), ...beside])].slice(-MOST);
}

/** Remember a key; where the browser stores nothing, until the page is left. */
export function keepKey(key: string): void {
  const keys = [...knownKeys().filter((one) => one !== key), key].slice(-MOST);
  beside = keys;
  try {
    localStorage.setItem(KEYS, JSON.stringify(keys));
  } catch {
    // A browser that stores nothing still corrects until the page is left.
  }
}

function stored(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEYS) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === "string" && /^[\w-]{32,100}$/.test(one)) : [];
  } catch {
    return [];
  }
}
