import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const OUT = fileURLToPath(new URL("../out", import.meta.url));
const MOST_BYTES = 150_000;
/** The list that a page hands to its reader of scripts (scripts/seen-first.mjs), and a script in it. */
const READ = /\(\["(\/_next\/[^\]]+)"\],\d+\)<\/script>/g;
const IN_PAGE = /<script(?![^>]*\bnoModule\b)[^>]*\bsrc="([^"]+)"/gi;

/** The pages of the built site, by their folder. */
function pages(): string[] {
  return readdirSync(OUT, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("index.html"));
}

/** The addresses that a page's text names by a pattern with one group. */
function named(page: string, pattern: RegExp): string[] {
  return [...new Set([...readFileSync(join(OUT, page), "utf8").matchAll(pattern)].map((match) => match[1] ?? ""))];
}

/** The scripts that a page reads before it can be used. */
function scriptsOf(page: string): string[] {
  return named(page, READ).flatMap((list) => list.split('","'));
}

/** What a script weighs on the way to a browser that takes brotli; what is too small to be packed goes as it is. */
function weight(script: string): number {
  const packed = join(OUT, `${script}.br`);
  return statSync(existsSync(packed) ? packed : join(OUT, script)).size;
}

it.each(pages())("%s reads at most 150 kB of script before it can be used", (page) => {
  const scripts = scriptsOf(page);
  const read = scripts.reduce((sum, script) => sum + weight(script), 0);
  expect(scripts.length).toBeGreaterThan(3);
  expect(read).toBeLessThanOrEqual(MOST_BYTES);
});

it.each(pages())("%s names no script that competes with what is seen first", (page) => {
  expect(named(page, IN_PAGE)).toEqual([]);
  expect(named(page, /<link rel="preload"[^>]*as="(script)"/g)).toEqual([]);
});

it("knows the words on privacy on the page of privacy alone", () => {
  const words = readFileSync(fileURLToPath(new URL("../src/facts/prerendered-privacy.json", import.meta.url)), "utf8");
  const told = (JSON.parse(words) as { privacy: { sections: { title: string }[] } }).privacy.sections.map((one) => one.title);
  const tells = (script: string) => told.every((title) => readFileSync(join(OUT, script), "utf8").includes(title));
  const carriers = pages().filter((page) => scriptsOf(page).some(tells));
  expect(carriers).toEqual([join("privacy", "index.html")]);
});

it("reads the display font ahead, the very file that the style sheet names", () => {
  const [font = "none"] = named("index.html", /<link rel="preload" href="([^"]+\.woff2)"/g);
  const sheets = named("index.html", /<link rel="stylesheet" href="([^"]+)"/g);
  const file = font.split("/").at(-1) ?? font;
  expect(sheets.some((sheet) => readFileSync(join(OUT, sheet), "utf8").includes(file))).toBe(true);
});
