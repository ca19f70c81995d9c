import { readFileSync } from "node:fs";
import { SettingsError } from "../settings.ts";
import { type Dictionary, loadDictionary } from "./dictionary.ts";
import { type Concept, GlossaryError, parseGlossary } from "./glossary.ts";

const thesaurus = new URL("./thesaurus/base.txt", import.meta.url);

/** The dictionary with our own thesaurus and, before it, the deployer's glossary where one is set. */
export function openDictionary(glossary: string | undefined): Dictionary {
  const own = parseGlossary(readFileSync(thesaurus, "utf8"));
  return loadDictionary({ extraTerms: [...(glossary === undefined ? [] : readGlossary(glossary)), ...own] });
}

function readGlossary(path: string): Concept[] {
  try {
    return parseGlossary(readFileSync(path, "utf8"));
  } catch (cause) {
    const problem =
      cause instanceof GlossaryError ? cause.message : "cannot be read: check the path and its permissions";
    throw new SettingsError(`GLOSSARY is "${path}": ${problem}`, { cause });
  }
}
