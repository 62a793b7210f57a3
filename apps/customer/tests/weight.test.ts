import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const OUT = fileURLToPath(new URL("../out", import.meta.url));
const MOST_BYTES = 150_000;
const SCRIPT = /<script(?![^>]*\bnoModule\b)[^>]*\bsrc="([^"]+)"/gi;

/** The pages of the built site, by their folder. */
function pages(): string[] {
  return readdirSync(OUT, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("index.html"));
}

/** What a script weighs on the way to a browser that takes brotli; what is too small to be packed goes as it is. */
function weight(script: string): number {
  const packed = join(OUT, `${script}.br`);
  return statSync(existsSync(packed) ? packed : join(OUT, script)).size;
}

it.each(pages())("%s reads at most 150 kB of script before it can be used", (page) => {
  const scripts = new Set([...readFileSync(join(OUT, page), "utf8").matchAll(SCRIPT)].map((match) => match[1] ?? ""));
  const read = [...scripts].reduce((sum, script) => sum + weight(script), 0);
  expect(scripts.size).toBeGreaterThan(3);
  expect(read).toBeLessThanOrEqual(MOST_BYTES);
});

it("knows the words on privacy on the page of privacy alone", () => {
  const words = readFileSync(fileURLToPath(new URL("../src/facts/prerendered-privacy.json", import.meta.url)), "utf8");
  const told = (JSON.parse(words) as { privacy: { sections: { title: string }[] } }).privacy.sections.map((one) => one.title);
  const carriers = pages().filter((page) => {
    const scripts = [...readFileSync(join(OUT, page), "utf8").matchAll(SCRIPT)].map((match) => match[1] ?? "");
    return scripts.some((script) => told.every((title) => readFileSync(join(OUT, script), "utf8").includes(title)));
  });
  expect(carriers).toEqual([join("privacy", "index.html")]);
});
