// Write beside each text file of a built site what is sent to a browser that takes it packed: `node scripts/packed.mjs out`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TEXT = new Set([".html", ".js", ".css", ".svg", ".txt", ".json"]);
const LEAST_BYTES = 1000; // smaller ones fit into one packet as they are

for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !TEXT.has(extname(entry.name))) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const plain = readFileSync(path);
  if (plain.length < LEAST_BYTES) continue;
  const hint = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } };
  writeFileSync(`${path}.br`, brotliCompressSync(plain, hint));
  writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }));
}
