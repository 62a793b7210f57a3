import { describe, expect, it } from "vitest";
import type { Booking } from "@/party/party";
import { isAwaited, paidFor, toPay } from "@/party/paying";

function party(fields: Partial<Booking>): Booking {
  return { status: "deposit_pending", balance: "660.00", ...fields } as Booking;
}

const CONFIRMED = party({ status: "confirmed", balance: "560.00" });

describe("what is paid by card", () => {
  it.each<[Partial<Booking>, string | null]>([
    [{}, "deposit"],
    [{ status: "confirmed", balance: "560.00" }, "balance"],
    [{ status: "confirmed", balance: "0.00" }, null],
    [{ status: "confirmed", balance: "-20.00" }, null],
    [{ status: "cancelled" }, null],
    [{ status: "held" }, null],
    [{ status: "completed" }, null],
  ])("%o: %s", (fields, due) => expect(toPay(party(fields))).toBe(due));

  it("believes the books, not the address", () => {
    expect(isAwaited("deposit", party({}))).toBe(true);
    expect(isAwaited("deposit", CONFIRMED)).toBe(false);
    expect(isAwaited("balance", CONFIRMED)).toBe(true);
    expect(isAwaited("balance", party({ status: "confirmed", balance: "0.00" }))).toBe(false);
    expect(isAwaited(null, party({}))).toBe(false);
    expect(isAwaited("deposit", undefined)).toBe(false);
  });

  it.each([
    ["paid=deposit", "deposit"],
    ["paid=balance", "balance"],
    ["paid=everything", null],
    ["", null],
  ])("comes back with %s", (query, purpose) => expect(paidFor(new URLSearchParams(query))).toBe(purpose));
});
