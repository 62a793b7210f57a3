import { describe, expect, test } from "vitest";
import { linesOf } from "@/drafts/proteins";

describe("what the dishes cost", () => {
  test("stands line by line, as the engine gave it", () => {
    const breakdown = [
      { label: "Lobster tail", amount: "30.00", quantity: 2 },
      { label: "Chicken", amount: "0.00", quantity: 8 },
    ];
    expect(linesOf({ breakdown, total_protein_cost: "30.00" })).toEqual([
      { name: "Lobster tail", amount: "30.00", count: 2 },
      { name: "Chicken", amount: "0.00", count: 8 },
    ]);
  });
  test("nothing stands where nothing is known, and nothing else is a line", () => {
    for (const none of [null, {}, { breakdown: null }, { breakdown: [null, 1, {}, { label: "Chicken" }] }]) expect(linesOf(none)).toEqual([]);
  });
});
