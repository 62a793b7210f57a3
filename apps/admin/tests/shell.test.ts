import { Refused } from "@hibachi/api-client";
import { describe, expect, test } from "vitest";
import { spokenBy } from "@/inbox/changes";
import { meant } from "@/shell/keys";
import { touched } from "@/shell/live";
import { entryOf, PAGES } from "@/shell/pages";
import { shouldRetry } from "@/shell/providers";
import { isStale, parsed, sessionOf } from "@/shell/session";
import { stepTo } from "@/shell/walk";
import { ago, at, countIn, day, money } from "@/shell/words";
import { localDay, plus } from "@/today/days";

const nothing = { does: () => undefined, says: "" };

describe("a session", () => {
  const session = sessionOf({ access_token: "a", refresh_token: "r", expires_in: 900, must_change_password: false, token_type: "bearer" }, 1_000_000);
  test("is stale before it ends, so that no answer comes too late", () => {
    expect(isStale(session, 1_000_000)).toBe(false);
    expect(isStale(session, 1_000_000 + 869_999)).toBe(false);
    expect(isStale(session, 1_000_000 + 870_000)).toBe(true);
  });
  test("is read back as it was kept, and nothing else is one", () => {
    expect(parsed(JSON.stringify(session))).toEqual(session);
    for (const kept of [null, "", "nonsense", "[]", "{}", '{"access":1}']) expect(parsed(kept)).toBeNull();
  });
});

describe("keys", () => {
  const keys = { j: nothing, "g i": nothing };
  test("mean themselves, or the pair with the one before", () => {
    expect(meant("j", "", keys)).toBe("j");
    expect(meant("i", "g", keys)).toBe("g i");
    expect(meant("i", "", keys)).toBeNull();
    expect(meant("toString", "", keys)).toBeNull();
  });
  test("walk inside the list", () => {
    expect(stepTo(["a", "b"], null, 1)).toBe("a");
    expect(stepTo(["a", "b"], "a", 1)).toBe("b");
    expect(stepTo(["a", "b"], "b", 1)).toBe("b");
    expect(stepTo(["a", "b"], "a", -1)).toBe("a");
    expect(stepTo(["a", "b"], "gone", 1)).toBe("a");
    expect(stepTo([], null, 1)).toBeNull();
  });
});

describe("pages", () => {
  test("every address below a page is that page, and no other", () => {
    for (const entry of PAGES) expect(entryOf(`${entry.to === "/" ? "" : entry.to}/`)).toBe(entry);
    expect(entryOf("/inboxes/")).toBeUndefined();
    expect(entryOf("/nowhere")).toBeUndefined();
  });
  test("keys lead to one page each", () => {
    const keys = PAGES.flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("what changed", () => {
  test("touches its lists once and each thread", () => {
    const found = touched({ type: "changed", nouns: ["message", "escalation", "booking"], conversations: ["c1"] });
    expect(found).toEqual([["inbox"], ["waiting"], ["booking"], ["thread", "c1"]]);
  });
  test("nothing is retried that was refused", () => {
    const refused = (code: string) => new Refused({ code, message: "", next_step: "" });
    expect(shouldRetry(0, refused("forbidden"))).toBe(false);
    expect(shouldRetry(0, refused("unreachable"))).toBe(true);
    expect(shouldRetry(2, refused("unreachable"))).toBe(false);
  });
  test("a take-over shows at once, and touches nothing else", () => {
    const before = { speaker: "ai", conversation: { status: "ai", channel: "sms" }, messages: [] };
    expect(spokenBy(before, "human")).toEqual({ speaker: "human", conversation: { status: "escalated", channel: "sms" }, messages: [] });
    expect(before.speaker).toBe("ai");
    expect(spokenBy(undefined, "human")).toBeUndefined();
  });
});

describe("words", () => {
  test("amounts, days, times", () => {
    expect([money("1234.50"), money("12.00"), money("-5.00")]).toEqual(["$1,234.50", "$12", "-$5"]);
    countIn("GBP");
    expect([money("1234.50"), money("12.00")]).toEqual(["£1,234.50", "£12"]);
    countIn("USD");
    expect(day("2026-03-14")).toBe("Sat, Mar 14");
    expect(ago("2026-03-04T10:00:00Z", new Date("2026-03-04T10:59:59Z"))).toBe("59 min");
    expect(ago("2026-03-04T10:00:00Z", new Date("2026-03-07T10:00:00Z"))).toBe("3 days");
    expect(ago("2026-03-04T10:00:00Z", new Date("2026-03-04T09:00:00Z"))).toBe("now");
    const noon = new Date(2026, 2, 4, 12, 0);
    expect(at(new Date(2026, 2, 4, 9, 5).toISOString(), noon)).toBe("9:05 AM");
    expect(at(new Date(2026, 1, 4, 9, 5).toISOString(), noon)).toBe("Feb 4, 9:05 AM");
  });
  test("days go over the end of months, by the device's own clock", () => {
    expect(plus("2026-02-28", 1)).toBe("2026-03-01");
    expect(localDay(new Date(2026, 2, 4, 23, 59))).toBe("2026-03-04");
  });
});
