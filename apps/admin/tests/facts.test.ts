import { describe, expect, test } from "vitest";
import { pieces, valueAt } from "@/inbox/facts";

const tool = { id: "f1", name: "quote", arguments: { adults: 14, zip: null }, result: { total: "788.00", lines: [{ amount: "770.00" }], upgrades: { "lobster.tail": 2 } } };

function message(content: string, facts: { start: number; end: number; path: string; fact_id?: string }[]) {
  return { content, facts: facts.map((fact) => ({ fact_id: "f1", words: "", ...fact })), metadata: { tools: [tool] } };
}

describe("what a reply rests on", () => {
  test("the pieces are the whole reply, in order", () => {
    const content = "That is $788 for 14 adults.";
    const found = pieces(message(content, [{ start: 8, end: 12, path: "total" }]));
    expect(found.map(({ text }) => text).join("")).toBe(content);
    expect(found[1]).toEqual({ text: "$788", source: { tool: "quote", path: "total", value: "788.00", given: [["adults", "14"]] } });
  });
  test("positions count characters, not halves of them", () => {
    const found = pieces(message("🎉🎉 $788 🎉", [{ start: 3, end: 7, path: "total" }]));
    expect(found.map(({ text }) => text)).toEqual(["🎉🎉 ", "$788", " 🎉"]);
  });
  test("of two that overlap the first and longer stays, and no word is lost", () => {
    const content = "$788 in all";
    const found = pieces(message(content, [{ start: 2, end: 4, path: "total" }, { start: 0, end: 4, path: "total" }]));
    expect(found.map(({ text }) => text)).toEqual(["$788", " in all"]);
  });
  test("what is out of the text, or of an earlier turn, hurts nothing", () => {
    expect(pieces(message("Hi", [{ start: 0, end: 9, path: "total" }]))).toEqual([{ text: "Hi", source: null }]);
    expect(pieces(message("$1", [{ start: 0, end: 2, path: "total", fact_id: "gone" }]))[0]?.source?.tool).toBe("an earlier turn");
    expect(pieces({ content: "Hi", facts: null, metadata: {} })).toEqual([{ text: "Hi", source: null }]);
  });
  test("a path reads lists, and names that hold dots", () => {
    expect(valueAt(tool.result, "lines.0.amount")).toBe("770.00");
    expect(valueAt(tool.result, "upgrades.lobster.tail")).toBe(2);
    expect(valueAt(tool.result, "nowhere.at.all")).toBeUndefined();
  });
});
