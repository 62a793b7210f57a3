import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Connection } from "@/chat/connection";
import type { Outgoing } from "@/chat/frames";

/** A socket of the test's own: it opens, speaks and breaks when the test says so. */
class Socket {
  static readonly OPEN = 1;
  static all: Socket[] = [];
  readyState = 0;
  sent: Outgoing[] = [];
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor(readonly address: string) {
    Socket.all.push(this);
  }
  send(raw: string) {
    this.sent.push(JSON.parse(raw) as Outgoing);
  }
  close() {
    this.breaks();
  }
  opens() {
    this.readyState = Socket.OPEN;
    this.onopen?.();
  }
  breaks() {
    this.readyState = 3;
    this.onclose?.();
  }
}

const SAY: Outgoing = { type: "say", message_id: "m1", text: "hi" };

function connected(greeting: Outgoing[] = []) {
  const came = vi.fn();
  const open: boolean[] = [];
  const connection = new Connection("ws://host/chat", { came, connected: (is) => open.push(is), greeting: () => greeting });
  return { connection, came, open };
}

describe("the connection", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("WebSocket", Socket);
    Socket.all = [];
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("greets every new socket, so that nothing unsaid is lost", () => {
    const { connection, open } = connected([SAY]);
    connection.open();
    Socket.all[0]?.opens();
    Socket.all[0]?.breaks();
    vi.advanceTimersByTime(500);
    Socket.all[1]?.opens();
    expect(Socket.all.map((one) => one.sent)).toEqual([[SAY], [SAY]]);
    expect(open).toEqual([true, false, true]);
  });

  it("waits longer after each failure, and again little after a success", () => {
    const { connection } = connected();
    connection.open();
    for (const wait of [500, 1000, 2000, 4000, 8000, 15_000, 15_000]) {
      const before = Socket.all.length;
      Socket.all.at(-1)?.breaks();
      vi.advanceTimersByTime(wait - 1);
      expect(Socket.all).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(Socket.all).toHaveLength(before + 1);
    }
    Socket.all.at(-1)?.opens();
    Socket.all.at(-1)?.breaks();
    const before = Socket.all.length;
    vi.advanceTimersByTime(500);
    expect(Socket.all).toHaveLength(before + 1);
  });

  it("says whether a frame left, and opens one socket only", () => {
    const { connection } = connected();
    connection.open();
    connection.open();
    expect(connection.send(SAY)).toBe(false);
    Socket.all[0]?.opens();
    expect(connection.send(SAY)).toBe(true);
    expect(Socket.all).toHaveLength(1);
  });

  it("hands on frames, and only frames", () => {
    const { connection, came } = connected();
    connection.open();
    Socket.all[0]?.onmessage?.({ data: '{"type":"pong"}' });
    Socket.all[0]?.onmessage?.({ data: "nonsense" });
    expect(came.mock.calls).toEqual([[{ type: "pong" }]]);
  });

  it("stays closed once it was closed", () => {
    const { connection } = connected();
    connection.open();
    connection.close();
    vi.advanceTimersByTime(60_000);
    expect(Socket.all).toHaveLength(1);
  });
});
