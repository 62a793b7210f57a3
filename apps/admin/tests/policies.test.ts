import { describe, expect, it } from "vitest";
import { asAmount } from "@/parties/money-dialogs";
import { withPortions } from "@/parties/dishes";
import { moved } from "@/customers/moves";
import { clock, elsewhere, guests } from "@/parties/words";
import { groupsIn, isEntry, keyOf, meant, pairOf, rowsOf, shapeOf } from "@/policies/shapes";
import { differences, kindOf, leavesOf, patchOf, read, typed, type Json } from "@/policies/leaves";

const PROFILE: Json = { prices: { adult: { amount: "55.00", note: null } }, booking: { slots: ["12:00"], hold_minutes: 120 }, rules: [], open: true, none: {} };

describe("a profile as leaves", () => {
  it("takes every value once, lists whole", () => {
    expect(leavesOf(PROFILE).map(({ path }) => path)).toEqual([
      "prices.adult.amount", "prices.adult.note", "booking.slots", "booking.hold_minutes", "rules", "open", "none",
    ]);
  });

  it("reads back what it shows, of every kind", () => {
    for (const { value } of leavesOf(PROFILE)) expect(read(kindOf(value), typed(value))).toEqual(value);
    expect(read(kindOf([20, 35]), typed([20, 35]))).toEqual([20, 35]);
  });

  it("makes one merge patch of several edits; null takes a key away", () => {
    expect(patchOf({ "prices.adult.amount": "60.00", "prices.adult.note": "new", "menu.addons_each.gyoza": null })).toEqual({
      prices: { adult: { amount: "60.00", note: "new" } },
      menu: { addons_each: { gyoza: null } },
    });
  });

  it.each([["number", ""], ["number", "12a"], ["json", "[1,"]] as const)("what is no %s yet is none: %s", (kind, text) => {
    expect(read(kind, text)).toBeUndefined();
  });

  it("tells what differs, also what came and went", () => {
    expect(differences({ a: { b: 1, c: ["x"] } }, { a: { b: 2, d: true } })).toEqual([
      { path: "a.b", old: 1, new: 2 },
      { path: "a.c", old: ["x"], new: undefined },
      { path: "a.d", old: undefined, new: true },
    ]);
  });
});

describe("words of parties", () => {
  it.each([["00:00", "12 AM"], ["12:00", "12 PM"], ["12:30", "12:30 PM"], ["18:00", "6 PM"]])("%s is %s", (time, said) => {
    expect(clock(time)).toBe(said);
  });

  it("leaves out guests who do not come, and names a zone that is not ours", () => {
    expect(guests({ adults: 1, children: 0, toddlers: 2 })).toBe("1 adult, 2 toddlers");
    expect(elsewhere("America/Denver", "America/Los_Angeles")).toBe(" (Denver time)");
    expect(elsewhere("America/Denver", "America/Denver") + elsewhere("America/Denver", undefined)).toBe("");
  });

  it.each([["100", "100.00"], ["100.5", "100.50"], [" $12.34 ", "12.34"], [".5", "0.50"]])("%s is typed for %s", (text, amount) => {
    expect(asAmount(text)).toBe(amount);
  });

  it("counts portions up, and leaves out none", () => {
    expect(withPortions({ gyoza: 2 }, "edamame", 1)).toEqual({ gyoza: 2, edamame: 1 });
    expect(withPortions({ gyoza: 2 }, "gyoza", 0)).toEqual({});
  });

  it("says what a merge moves", () => {
    expect(moved({ booking: 2, conversation: 1, lead_after_folding: 1 })).toEqual(["2 parties", "1 conversation"]);
  });
});

describe("lists in rows", () => {
  const shape = shapeOf("pricing_rules");
  if (!shape) throw new Error("surcharges are rows");
  const rules = [{ key: "eve", label: "New Year", first: "2026-12-31", last: "2026-12-31", percent: 20, per_adult: null }];

  it("reads back what it shows, of every list that is shipped", () => {
    expect(meant(rowsOf(rules), shape)).toEqual(rules);
    expect(meant(rowsOf([]), shape)).toEqual([]);
    const reminders = [{ before_days: 7, before_hours: null }, { before_days: null, before_hours: 48 }];
    const of = shapeOf("follow_ups.event_reminders");
    expect(of && meant(rowsOf(reminders), of)).toEqual(reminders);
  });

  it("means nothing until each row is whole, and an amount however it is typed", () => {
    const [row] = rowsOf(rules);
    expect(meant([{ ...row, label: " " }], shape)).toBeUndefined();
    expect(meant([{ ...row, percent: "a lot" }], shape)).toBeUndefined();
    expect(meant([{ ...row, percent: "", per_adult: "$5" }], shape)).toEqual([{ ...rules[0], percent: null, per_adult: "5.00" }]);
    expect(meant([{}], shape)).toBeUndefined();
  });

  it("knows pairs, and groups whose entries come and go", () => {
    expect(pairOf("venue.space_feet")).toEqual(["wide", "deep"]);
    expect(pairOf("booking.slots")).toBeUndefined();
    expect(groupsIn("dietary").map(({ path }) => path)).toEqual(["dietary.contains", "dietary.may_contain"]);
    expect([isEntry("dietary.contains.egg"), isEntry("dietary.options"), isEntry("prices.adult.amount")]).toEqual([true, false, false]);
    expect(keyOf("  Black Cod & Co. ")).toBe("black_cod_co");
  });
});
