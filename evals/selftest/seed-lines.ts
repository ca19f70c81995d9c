import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { LinesOf } from "./reference-answer.ts";

const seeds = fileURLToPath(new URL("../../seeds", import.meta.url));

/** The lines of our own sample documents, each read once. */
export function createLinesOf(): LinesOf {
  const documents = new Map<string, readonly string[]>();
  return (document, startLine, endLine) => {
    const lines = documents.get(document) ?? readFileSync(path.join(seeds, document), "utf8").split("\n");
    documents.set(document, lines);
    const first = Math.max(1, startLine);
    return lines.slice(first - 1, endLine).map((text, index) => ({ number: first + index, text }));
  };
}
