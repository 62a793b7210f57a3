import { describe, expect, it } from "vitest";
import type { Message } from "@/chat/frames";
import { frame } from "@/chat/frames";
import { choicesNow, EMPTY, heard, said, shownUpTo } from "@/chat/thread";

const message = (sequence: number, role: Message["role"], text: string, message_id?: string): Message => ({
  type: "message",
  sequence,
  role,
  text,
  at: "2026-03-04T18:00:00Z",
  message_id: message_id ?? null,
});

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const left = [...items];
  const order: Item[] = [];
  for (let state = seed; left.length; state = (state * 1103515245 + 12345) % 2147483648) {
    order.push(...left.splice(state % left.length, 1));
  }
  return order;
}

describe("the thread", () => {
  it("shows each message once and in its order, whatever comes twice or late", () => {
    const told = [1, 2, 3, 4, 5, 6].map((at) => message(at, at % 2 ? "customer" : "ai", `words ${at}`));
    for (let seed = 1; seed < 200; seed++) {
      const came = shuffled([...told, ...told], seed);
      const shown = came.reduce(heard, EMPTY).messages;
      expect(shown.map((one) => one.text)).toEqual(told.map((one) => one.text));
    }
  });

  it("keeps what was sent until the server shows it, and says it again after a reconnection", () => {
    const waiting = said(EMPTY, "m1", "hello");
    expect(waiting.sent).toHaveLength(1);
    const accepted = heard(waiting, { type: "accepted", message_id: "m1", conversation_id: "c", sequence: 7 });
    expect(accepted).toMatchObject({ conversationId: "c", sent: [{ message_id: "m1" }] });
    const shown = heard(accepted, message(7, "customer", "hello", "m1"));
    expect(shown.sent).toEqual([]);
    expect(shownUpTo(shown)).toBe(7);
  });

  it("replaces the pieces by the whole, and what is being done by what was said", () => {
    let thread = heard(EMPTY, { type: "status", status: "checking the price" });
    thread = heard(thread, { type: "piece", sequence: 2, text: "That is " });
    expect(thread.status).toBeNull();
    thread = heard(thread, { type: "piece", sequence: 2, text: "$1,100." });
    expect(thread.pieces).toEqual({ 2: "That is $1,100." });
    thread = heard(thread, message(2, "ai", "That is $1,100."));
    expect(thread.pieces).toEqual({});
    expect(thread.messages).toHaveLength(1);
  });

  it("shows a refusal at the message that was refused, else above the field", () => {
    const refusal = { type: "error", code: "too_many_messages", message: "That is a lot.", next_step: "Wait." } as const;
    const at = heard(said(EMPTY, "m1", "hi"), { ...refusal, message_id: "m1" });
    expect(at.sent[0]?.problem).toBe("That is a lot. Wait.");
    expect(at.problem).toBeNull();
    expect(heard(EMPTY, refusal).problem).toBe("That is a lot. Wait.");
  });

  it("offers the answers of the last message, until one is given", () => {
    const asked = [message(1, "customer", "a party"), { ...message(2, "ai", "At 3 PM or 6 PM?"), choices: ["3 PM", "6 PM"] }].reduce(heard, EMPTY);
    expect(choicesNow(asked)).toEqual(["3 PM", "6 PM"]);
    const answered = said(asked, "m2", "6 PM");
    expect(choicesNow(answered)).toEqual([]);
    expect(choicesNow(heard(answered, message(3, "customer", "6 PM", "m2")))).toEqual([]);
    expect(choicesNow(EMPTY)).toEqual([]);
  });

  it("knows when a human speaks", () => {
    expect(heard(EMPTY, { type: "speaker", speaker: "human" }).speaker).toBe("human");
  });
});

describe("a frame", () => {
  it.each(["", "{", "[]", "null", "7", '{"no":"type"}', new ArrayBuffer(2)])("is not read from %s", (raw) =>
    expect(frame(raw)).toBeNull(),
  );
});
