import { describe, expect, it } from "vitest";
import { capital, clock, countIn, counted, day, guests, listed, money, telephone, weekdays } from "@/facts/words";

describe("money", () => {
  it.each([
    ["0.00", "$0"],
    ["57.50", "$57.50"],
    ["1100.00", "$1,100"],
    ["1234567.05", "$1,234,567.05"],
  ])("writes %s as %s", (amount, written) => expect(money(amount)).toBe(written));

  it("is written in the business's currency", () => {
    countIn("EUR");
    expect([money("1100.00"), money("57.50")]).toEqual(["€1,100", "€57.50"]);
    countIn("USD");
    expect(money("1.00")).toBe("$1");
  });

  it.each(["USD", "EUR", "GBP", "CAD", "AUD"])("writes %s as the browser's own rules do", (currency) => {
    const rules = new Intl.NumberFormat("en-US", { style: "currency", currency });
    countIn(currency);
    for (const amount of ["0.00", "999.99", "1000.00", "-57.50", "1234567.00"]) {
      expect(money(amount)).toBe(rules.format(Number(amount)).replace(/\.00$/, ""));
    }
    countIn("USD");
  });

  it("loses no cent of any amount", () => {
    for (let cents = 0; cents < 300_000; cents += 37) {
      const read = money((cents / 100).toFixed(2)).replace(/[$,]/g, "");
      expect(Math.round(Number(read) * 100)).toBe(cents);
    }
  });
});

describe("times and days", () => {
  it.each([
    ["mon-sun", "Every day"],
    ["mon-fri", "Mon to Fri"],
  ])("writes %s as %s", (days, written) => expect(weekdays(days)).toBe(written));

  it.each([
    ["12:00", "noon"],
    ["00:30", "12:30 AM"],
    ["15:00:00", "3 PM"],
    ["21:05", "9:05 PM"],
  ])("writes %s as %s", (time, written) => expect(clock(time)).toBe(written));

  it("names the day of the date itself, wherever the reader is", () => {
    for (const zone of ["America/Los_Angeles", "UTC", "Pacific/Kiritimati"]) {
      process.env.TZ = zone;
      expect(day("2026-06-13")).toBe("Saturday, June 13, 2026");
    }
  });
});

describe("lists, counts and numbers", () => {
  it("joins", () => {
    expect(listed([])).toBe("");
    expect(listed(["a"])).toBe("a");
    expect(listed(["a", "b", "c"], "or")).toBe("a, b or c");
  });
  it("counts one and many", () => {
    expect([counted(1, "child", "children"), counted(2, "child", "children"), counted(0, "adult")]).toEqual([
      "1 child",
      "2 children",
      "0 adults",
    ]);
  });
  it("says who comes", () => {
    expect([guests({ adults: 1 }), guests({ adults: 14, children: 3, toddlers: 1 })]).toEqual([
      "1 adult",
      "14 adults, 3 children and 1 toddler",
    ]);
  });
  it("writes numbers of this country, and leaves others", () => {
    expect([telephone("+19165550148"), telephone("+442071234567")]).toEqual(["(916) 555-0148", "+442071234567"]);
  });
  it("begins with a capital", () => expect(capital("the chef")).toBe("The chef"));
});
