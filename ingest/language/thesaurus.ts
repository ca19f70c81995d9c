import { readdirSync, readFileSync } from "node:fs";
import { type Concept, parseGlossary } from "./glossary.ts";

const folder = new URL("./thesaurus/", import.meta.url);
/** Cantonese words and their written forms have no English side; see cantonese.ts. */
const otherFiles = ["cantonese.txt"];

/**
 * The concepts shipped with the program, file by file in the order of their names. Read anew at every call. Throws
 * GlossaryError when one of the files is malformed.
 */
export function loadThesaurus(): Concept[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt") && !otherFiles.includes(name))
    .sort()
    .flatMap((name) => parseGlossary(readFileSync(new URL(name, folder), "utf8")));
}
