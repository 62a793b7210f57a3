import { describe, expect, it } from "vitest";
import { newId } from "@hibachi/api-client";

describe("an id of a message", () => {
  it("is a UUID of version 4, another one each time", () => {
    const made = Array.from({ length: 500 }, newId);
    expect(new Set(made).size).toBe(500);
    for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
