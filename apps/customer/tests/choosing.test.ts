import { beforeEach, describe, expect, it, vi } from "vitest";
import { chosenOf, draftOf, wishOf, type Own } from "@/choose/choosing";

const OWN: Own = {
  id: "01a220b8-765e-763e-92c0-e428a4d17282",
  key: "k".repeat(36),
  name: "Ann",
  age: "adult",
  dishes: [
    { key: "chicken", label: "chicken", upgrade: false },
    { key: "chicken", label: "chicken", upgrade: false },
  ],
  diet: null,
  allergies: "sesame",
  changed_at: "2026-03-04T18:00:00Z",
};

describe("a guest's choice", () => {
  it("is sent as a dish for each portion, and comes back the same", () => {
    const draft = draftOf(OWN);
    expect(draft.portions).toEqual({ chicken: 2 });
    expect(chosenOf(draft)).toBe(2);
    expect(wishOf(draft, OWN.key)).toEqual({
      key: OWN.key, name: "Ann", age: "adult", dishes: ["chicken", "chicken"], diet: null, allergies: "sesame",
    });
  });

  it("says nothing where nothing was said, and no dish for a little one", () => {
    const draft = { ...draftOf(null), name: "Bo", age: "toddler" as const, portions: { chicken: 1 }, diet: "  " };
    expect(wishOf(draft, OWN.key)).toMatchObject({ dishes: [], diet: null, allergies: null });
  });
});

describe("an entry whose answer is lost", () => {
  it("is known to this browser before it is sent, so that sent again it is the same", async () => {
    vi.resetModules();
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value) });
    const sent: unknown[] = [];
    const known: string[] = [];
    vi.doMock("@hibachi/api-client", () => ({
      answered: (answer: Promise<unknown>) => answer,
      api: {
        PUT: async (_path: string, { body }: { body: unknown }) => {
          sent.push(body);
          known.push(kept.get("guest-keys") ?? "");
          throw new Error("the connection is gone");
        },
      },
    }));
    const { sendChoice } = await import("@/choose/choosing");
    for (let time = 0; time < 2; time += 1) await expect(sendChoice("link", OWN.key, draftOf(OWN))).rejects.toThrow();
    expect(known).toEqual([JSON.stringify([OWN.key]), JSON.stringify([OWN.key])]);
    expect(sent[1]).toEqual(sent[0]);
    vi.doUnmock("@hibachi/api-client");
    vi.resetModules();
    expect((await import("@/choose/keys")).knownKeys()).toEqual([OWN.key]);
  });
});

describe("the keys of a browser", () => {
  beforeEach(() => vi.resetModules());

  it("are kept once each, the newest twenty", async () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value) });
    const { keepKey, knownKeys } = await import("@/choose/keys");
    for (let number = 0; number < 25; number += 1) keepKey(String(number).padStart(32, "k"));
    keepKey("24".padStart(32, "k"));
    expect(knownKeys()).toHaveLength(20);
    expect(knownKeys().at(-1)).toBe("24".padStart(32, "k"));
    kept.set("guest-keys", '["bad key", 7]');
    vi.resetModules();
    expect((await import("@/choose/keys")).knownKeys()).toEqual([]);
  });

  it("last until the page is left where the browser stores nothing", async () => {
    vi.stubGlobal("localStorage", { getItem: () => { throw new Error("denied"); }, setItem: () => { throw new Error("denied"); } });
    const { keepKey, knownKeys } = await import("@/choose/keys");
    keepKey("k".repeat(36));
    expect(knownKeys()).toEqual(["k".repeat(36)]);
  });
});
