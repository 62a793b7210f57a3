import { describe, expect, it } from "vitest";
import { answers } from "@/facts/answers";
import type { Facts } from "@/facts/facts";
import prerendered from "@/facts/prerendered.json";
import { dayOf, daysOf, monthOf, shifted } from "@/book/openings";
import { calendarFile } from "@/party/calendar-file";
import type { Booking } from "@/party/party";
import { isZip, wanted } from "@/quote/wish";

const BOOKED = {
  id: "01a2",
  revision: 3,
  updated_at: "2026-03-04T18:00:00Z",
  event_start: "2026-06-14T01:00:00Z",
  event_end: "2026-06-14T03:00:00Z",
  location: "12 Elm St, Apt 3; back yard",
  zip_code: "94110",
} as Booking;

describe("the calendar file", () => {
  it("holds the party's instants, escaped, in lines that every calendar reads", () => {
    const file = calendarFile({ ...BOOKED, location: `Ünter den Linden ${"é".repeat(60)}` }, "Hibachi, and more");
    const bytes = new TextEncoder();
    expect(file.split("\r\n").every((line) => bytes.encode(line).length <= 75)).toBe(true);
    expect(file).toContain("DTSTART:20260614T010000Z");
    expect(file).toContain("SUMMARY:Hibachi\\, and more");
    expect(file.replaceAll("\r\n ", "")).toContain("é".repeat(60));
  });
  it("lets no address add a line of its own", () => {
    const file = calendarFile({ ...BOOKED, location: "x\r\nBEGIN:VALARM" }, "b");
    expect(file.split("\r\n").filter((line) => line.startsWith("BEGIN:"))).toEqual(["BEGIN:VCALENDAR", "BEGIN:VEVENT"]);
  });
});

describe("months", () => {
  it("turn over the year, both ways", () => {
    expect([shifted("2026-12", 1), shifted("2026-01", -1), monthOf("2026-02-28")]).toEqual(["2027-01", "2025-12", "2026-02"]);
  });
  it("begin at a day of a link only where it is one", () => {
    expect(["2026-03-14", "2028-02-29", "2026-02-30", "2026-13-01", "today", "", null].map(dayOf)).toEqual([
      "2026-03-14",
      "2028-02-29",
      null,
      null,
      null,
      null,
      null,
    ]);
  });
  it("have all of their days", () => {
    expect([daysOf("2028-02").length, daysOf("2026-02").at(-1), daysOf("2026-11")[0]]).toEqual([29, "2026-02-28", "2026-11-01"]);
  });
});

describe("a wish", () => {
  it("asks for what is wanted alone", () => expect(wanted({ gyoza: 2, salmon: 0 })).toEqual({ gyoza: 2 }));
  it("knows a whole ZIP", () => expect(["94110", "9411", "941100", "9411a"].map(isZip)).toEqual([true, false, false, false]));
});

describe("the answers", () => {
  const facts = prerendered as unknown as Facts;
  const text = (of: Facts) => JSON.stringify(answers(of));

  it("change with the owner's numbers: none is written into the page", () => {
    const other = structuredClone(facts);
    other.policies.prices.adult.amount = "61.00";
    other.policies.prices.deposit = "175.00";
    other.policies.travel.free_miles = 12;
    other.policies.policies.deposit_refundable_days = 9;
    expect(text(facts)).not.toMatch(/\$61|\$175|12 miles|9 days/);
    expect(text(other)).toMatch(/\$61 an adult.*first 12 miles.*\$175 deposit.*9 days or more/);
  });
  it("leave nothing undefined", () => expect(text(facts)).not.toMatch(/undefined|NaN|null/));
});
