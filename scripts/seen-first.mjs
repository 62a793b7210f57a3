// Let each page of an exported site be seen before its scripts are read, and come to life quickly: `node scripts/seen-first.mjs out`.
//
// A page is built with its words, but Next.js names its scripts in the head, where on a slow line they compete with the style
// sheet and the font for what the visitor waits to see. Here they are asked for once something was painted.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SCRIPT = /<script src="([^"]+)" async=""><\/script>/g;
const AHEAD = /<link rel="preload" as="script"[^>]*>/g;
const PATIENCE_MS = 2000; // no longer than this, where nothing is painted or the browser tells nothing of it

// Chromium compiles the whole file while it comes in, beside the page's own thread (V8's explicit compile hints). Without it
// React's functions are compiled one by one when they are first called, all in the one task that brings the page to life.
const NEEDED_AT_ONCE = "//# allFunctionsCalledOnLoad\n";

/** Runs in the page as the text that it is: its policy names the hash. Next.js finds these scripts as if it had written them. */
function read(scripts, patience) {
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    document.head.append(...scripts.map((src) => Object.assign(document.createElement("script"), { src, async: true })));
  };
  setTimeout(begin, document.hidden ? 0 : patience);
  new PerformanceObserver((seen) => {
    if (seen.getEntriesByName("first-contentful-paint").length) begin();
  }).observe({ type: "paint", buffered: true });
}

/** Rewrite a page; the scripts that it read at once. */
function seenFirst(path) {
  const page = readFileSync(path, "utf8");
  const scripts = [...new Set([...page.matchAll(SCRIPT)].map((match) => match[1]))];
  if (!scripts.length) throw new Error(`${path} names no script: Next.js writes them in another way now`);
  const reader = `<script>(${read})(${JSON.stringify(scripts)},${PATIENCE_MS})</script>`;
  writeFileSync(path, page.replace(SCRIPT, "").replace(AHEAD, "").replace("</body>", () => `${reader}</body>`));
  return scripts;
}

const out = process.argv[2];
const pages = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
for (const script of new Set(pages.flatMap((name) => seenFirst(join(out, name))))) {
  const path = join(out, script);
  writeFileSync(path, NEEDED_AT_ONCE + readFileSync(path, "utf8"));
}
