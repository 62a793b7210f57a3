import type { Schemas } from "@hibachi/api-client";

type Message = Schemas["Message"];

/** What a piece of a reply rests on: the tool that said so, the field, and the value there. */
export type Source = { tool: string; path: string; value: string; given: [string, string][] };
export type Piece = { text: string; source: Source | null };

type Trace = { start: number; end: number; fact_id: string; path: string };
type Tool = { id: string; name: string; arguments: unknown; result: unknown };

/**
 * A reply cut into pieces: those that rest on a fact, with their source, and the words between. Positions count
 * characters as the server does (a smile is one), not JavaScript's halves. Of two traces that overlap the first stays.
 */
export function pieces(message: Pick<Message, "content" | "facts" | "metadata">): Piece[] {
  const letters = Array.from(message.content);
  const tools = new Map(list(message.metadata?.tools).filter(isTool).map((tool) => [tool.id, tool]));
  const found: Piece[] = [];
  let done = 0;
  for (const { start, end, fact_id, path } of list(message.facts).filter(isTrace).sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < done || end > letters.length) continue;
    if (start > done) found.push({ text: letters.slice(done, start).join(""), source: null });
    found.push({ text: letters.slice(start, end).join(""), source: sourceOf(tools.get(fact_id), path) });
    done = end;
  }
  if (done < letters.length) found.push({ text: letters.slice(done).join(""), source: null });
  return found;
}

function sourceOf(tool: Tool | undefined, path: string): Source {
  if (!tool) return { tool: "an earlier turn", path, value: "", given: [] };
  return { tool: tool.name, path, value: shown(valueAt(tool.result, path)), given: entries(tool.arguments) };
}

/** The value of a path ("lines.0.amount"); undefined where nothing stands. A name may itself hold dots. */
export function valueAt(result: unknown, path: string): unknown {
  if (path === "") return result;
  if (!isRecord(result)) return undefined;
  const steps = path.split(".");
  for (let length = 1; length <= steps.length; length += 1) {
    const name = steps.slice(0, length).join(".");
    if (Object.hasOwn(result, name)) return valueAt(result[name], steps.slice(length).join("."));
  }
  return undefined;
}

function entries(given: unknown): [string, string][] {
  if (!isRecord(given)) return [];
  return Object.entries(given)
    .filter(([, value]) => value !== null && value !== "" && !(isRecord(value) && Object.keys(value).length === 0))
    .map(([name, value]) => [name.replaceAll("_", " "), shown(value)]);
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isTool(value: unknown): value is Tool {
  return isRecord(value) && typeof value.id === "string" && typeof value.name === "string";
}

function isTrace(value: unknown): value is Trace {
  return isRecord(value) && Number.isInteger(value.start) && Number.isInteger(value.end) && typeof value.path === "string";
}
