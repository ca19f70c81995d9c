import { readFileSync } from "node:fs";
import { type Concept, GlossaryError } from "./glossary.ts";

const file = new URL("./thesaurus/cantonese.txt", import.meta.url);

/**
 * Colloquial Cantonese words with their written forms, as concepts without an English side. Words of one character
 * are left out: they also stand inside written words (平 in 公平), which only a reader can tell apart.
 */
export function loadCantonese(): Concept[] {
  return parseCantonese(readFileSync(file, "utf8"));
}

/** One entry a line, `口語; 口語異寫 = 書面語; 另一書面語`; `#` begins a comment. Throws GlossaryError for any other line. */
export function parseCantonese(text: string): Concept[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const content = line.replace(/#.*$/, "").trim();
    if (content === "") return [];
    const [spoken = [], written = [], ...more] = content.split("=").map(readTerms);
    if (spoken.length === 0 || written.length === 0 || more.length > 0) {
      throw new GlossaryError(index + 1, `expected "口語 = 書面語" in "${content}"`);
    }
    const zh = [...spoken, ...written].filter((term) => term.length > 1);
    return zh.length > 1 ? [{ en: [], zh }] : [];
  });
}

function readTerms(side: string): string[] {
  return side
    .split(/[;；]/)
    .map((term) => term.trim())
    .filter((term) => term !== "");
}
