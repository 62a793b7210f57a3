import { describe, expect, it } from "vitest";
import type { Booking } from "@/parties/words";
import { blocksOn, columnsOf, hours, partiesIn, rowsOf, type Range } from "@/calendar/board";
import { dateIn, instantIn, isDate, monday, plus, run, timeIn } from "@/calendar/days";

const LA = "America/Los_Angeles";
const party = (id: string, time: string, chef: number | null, date = "2026-03-14") =>
  ({ id, event_date: date, event_time: time, chef_id: chef }) as Booking;
const span = (chef: number, start: string, end: string) => ({ id: `${chef}`, chef_id: chef, start, end, state: "blocked", expires_at: null, reference: null, note: "" }) as Range["spans"][number];
const range = (bookings: Booking[], spans: Range["spans"] = []): Range => ({
  zone: LA, first: "2026-03-09", last: "2026-03-15", slots: ["12:00", "18:00"], bookings, spans,
  chefs: [
    { id: 1, name: "Ada", station_id: 1, active: true },
    { id: 2, name: "Ben", station_id: 1, active: false },
  ],
});

describe("days", () => {
  it.each([["2026-03-14", "2026-03-09"], ["2026-03-09", "2026-03-09"], ["2026-03-15", "2026-03-09"], ["2027-01-01", "2026-12-28"]])("%s is in the week of %s", (date, first) => {
    expect(monday(date)).toBe(first);
  });

  it("steps over months, years and both changes of the clocks", () => {
    expect(plus("2026-02-28", 1)).toBe("2026-03-01");
    expect(plus("2026-12-31", 1)).toBe("2027-01-01");
    expect(run("2026-03-07", 3)).toEqual(["2026-03-07", "2026-03-08", "2026-03-09"]);
    expect(run("2026-10-31", 3)).toEqual(["2026-10-31", "2026-11-01", "2026-11-02"]);
  });

  it.each([
    ["2026-03-14", "18:00", "2026-03-15T01:00:00.000Z"],
    ["2026-03-07", "18:00", "2026-03-08T02:00:00.000Z"],
    ["2026-03-08", "12:00", "2026-03-08T19:00:00.000Z"],
    ["2026-11-01", "12:00", "2026-11-01T20:00:00.000Z"],
  ])("%s at %s in Los Angeles is %s, and back", (date, time, instant) => {
    expect(instantIn(LA, date, time)).toBe(instant);
    expect([dateIn(LA, new Date(instant)), timeIn(LA, instant)]).toEqual([date, time]);
  });

  it.each(["", "tomorrow", "2026-13-01", "2026-3-1", null])("%s is no date", (value) => {
    expect(isDate(value)).toBe(false);
  });
});

describe("the board", () => {
  it("shows a party that is being moved where it is wanted, and nowhere else", () => {
    const shown = range([party("a", "18:00", 1), party("b", "12:00", 1)]);
    const moving = { id: "a", to: { date: "2026-03-15", time: "18:00", chef: 1 } };
    expect(partiesIn(shown, null, { date: "2026-03-14", chef: 1 }).map(({ id }) => id)).toEqual(["b", "a"]);
    expect(partiesIn(shown, moving, { date: "2026-03-14", chef: 1 }).map(({ id }) => id)).toEqual(["b"]);
    expect(partiesIn(shown, moving, { date: "2026-03-15", chef: 1 }).map(({ id }) => id)).toEqual(["a"]);
  });

  it("has a row for every slot and every other start", () => {
    expect(rowsOf(range([party("a", "13:30", 1)]), null, "2026-03-14")).toEqual(["12:00", "13:30", "18:00"]);
    expect(rowsOf(range([]), { id: "a", to: { date: "2026-03-14", time: "20:00", chef: 1 } }, "2026-03-14")).toContain("20:00");
  });

  it("has a column for who works, who still has a party, and parties without a chef", () => {
    expect(columnsOf(range([])).map(({ name }) => name)).toEqual(["Ada"]);
    expect(columnsOf(range([party("a", "18:00", 2), party("b", "18:00", null)])).map(({ name }) => name)).toEqual(["Ada", "Ben", "No chef"]);
  });

  it("shows a block on each day that it touches, and not on the one that it ends with", () => {
    const shown = range([], [span(1, "2026-03-13T20:00:00Z", "2026-03-15T07:00:00Z")]);
    expect(["2026-03-12", "2026-03-13", "2026-03-14", "2026-03-15"].map((date) => blocksOn(shown, 1, date).length)).toEqual([0, 1, 1, 0]);
    expect(hours(span(1, "2026-03-13T20:00:00Z", "2026-03-14T00:00:00Z"), LA)).toBe("13:00 to 17:00");
  });
});
