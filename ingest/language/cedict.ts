import { readFileSync } from "node:fs";

/** One CC-CEDICT entry: the word in both scripts, numbered pinyin, and its senses in order. */
export interface CedictEntry {
  readonly traditional: string;
  readonly simplified: string;
  readonly pinyin: string;
  readonly senses: readonly string[];
}

/**
 * The entries of CC-CEDICT (https://cc-cedict.org, CC BY-SA 4.0) from the cc-cedict package's data file.
 *
 * The file is a module holding one JSON value; reading it as JSON takes a third of the time of importing it.
 * Throws when the package is missing or its data has another shape.
 */
export function* readCedict(): Generator<CedictEntry> {
  const file = new URL("../data/all.js", import.meta.resolve("cc-cedict"));
  const source = readFileSync(file, "utf8");
  const data: unknown = JSON.parse(source.slice(source.indexOf("{"), source.lastIndexOf("}") + 1));
  if (!isCedict(data)) throw new Error(`${file.pathname} has no list "all"; install cc-cedict 1.x.`);
  for (const [traditional, simplified, pinyin, senses] of data.all) {
    yield { traditional, simplified, pinyin, senses: typeof senses === "string" ? [senses] : senses };
  }
}

interface CedictFile {
  readonly all: readonly (readonly [string, string, string, string | readonly string[]])[];
}

function isCedict(data: unknown): data is CedictFile {
  return typeof data === "object" && data !== null && "all" in data && Array.isArray(data.all);
}
