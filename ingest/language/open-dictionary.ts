import { readFileSync } from "node:fs";
import { SettingsError } from "../settings.ts";
import { type Dictionary, loadDictionary } from "./dictionary.ts";
import { type Concept, GlossaryError, parseGlossary } from "./glossary.ts";

/** The dictionary, with the deployer's glossary before our own terms where the path of one is set. */
export function openDictionary(glossary: string | undefined): Dictionary {
  return loadDictionary({ extraTerms: glossary === undefined ? [] : readGlossary(glossary) });
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
