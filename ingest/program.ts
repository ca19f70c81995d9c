import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
/** What decides which sentences, passages and terms come of a file. */
const parts = ["read", "structure", "language", "document.ts", "passage-terms.ts"];

/** A fingerprint of the program that turns files into terms: an index made by another one is built anew. */
export function fingerprintProgram(): string {
  const hash = createHash("sha256");
  for (const file of parts.flatMap(listFiles).sort())
    hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  return hash.digest("hex").slice(0, 16);
}

function listFiles(part: string): string[] {
  if (part.endsWith(".ts")) return [part];
  return readdirSync(join(folder, part), { recursive: true, encoding: "utf8" })
    .filter((entry) => entry.endsWith(".ts"))
    .map((entry) => join(part, entry));
}
