import { readFileSync } from "node:fs";
import { type Concept, parseGlossary } from "./glossary.ts";

/**
 * The concepts shipped with the program: general terms of public administration and economy, and places. Read
 * anew at every call. Throws GlossaryError when one of the files is malformed.
 */
export function loadThesaurus(): Concept[] {
  return FILES.flatMap((file) => parseGlossary(readFileSync(new URL(file, import.meta.url), "utf8")));
}

const FILES = ["thesaurus/base.txt", "thesaurus/places.txt"];
