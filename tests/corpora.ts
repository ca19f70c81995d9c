import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decodeUtf8 } from "../ingest/read/decode.ts";
import { splitLines } from "../ingest/read/lines.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
export const seedsFolder = join(root, "seeds");
/** Five public papers that stand beside a checkout for evaluation; they are not part of the project. */
export const papersFolder = join(root, "..", "shared", "corpus");

export const hasPapers = existsSync(papersFolder);

/** Prints once why tests over the papers are skipped. */
export function explainSkippedPapers(): void {
  if (!hasPapers)
    console.warn("SKIPPED: the five public papers are not beside this checkout (../shared/corpus).");
}

export function readCorpusLines(folder: string) {
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name) && name !== "README.md")
    .map((name) => ({ id: name, lines: splitLines(decodeUtf8(readFileSync(join(folder, name))) ?? "") }));
}
