import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
/** What decides which sentences, passages and terms come of a file. */
const parts = ["read", "structure", "language", "document.ts", "passage-terms.ts"];

/** A fingerprint of the program that turns files into terms: an index made by another one is built anew. */
export async function fingerprintProgram(): Promise<string> {
  const files = await Promise.all(parts.map(listFiles));
  const hash = createHash("sha256");
  for (const file of files.flat().sort()) hash.update(`${file}\0`).update(await readFile(join(folder, file)));
  return hash.digest("hex").slice(0, 16);
}

async function listFiles(part: string): Promise<string[]> {
  if (part.endsWith(".ts")) return [part];
  const entries = await readdir(join(folder, part), { recursive: true });
  return entries.filter((entry) => entry.endsWith(".ts")).map((entry) => join(part, entry));
}
