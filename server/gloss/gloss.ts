import type { CedictEntry } from "../../ingest/language/cedict.ts";
import { type FindEntries, loadCedictEntries } from "../../ingest/language/cedict-entries.ts";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { fold } from "../../ingest/language/fold.ts";
import { readGlosses } from "../../ingest/language/gloss.ts";
import { phraseWords } from "../../ingest/language/phrase.ts";
import { markTones } from "../../ingest/language/pinyin.ts";
import { simplify } from "../../ingest/language/simplify.ts";
import type { Gloss, GlossEntry, GlossedTerm, GlossedWord } from "../api/gloss.ts";
import { findGlossedWords } from "./find-glossed-words.ts";

/** What the words of a short text are in the other language. */
export async function gloss(dictionary: Dictionary, text: string): Promise<Gloss> {
  const findEntries = await loadCedictEntries();
  const words = findGlossedWords(text, dictionary).map((word): GlossedWord => {
    const entries =
      word.language === "zh"
        ? findEntries(fold(word.text))
        : translatedEntries(word.text, dictionary, findEntries);
    const key = word.language === "zh" ? fold(word.text) : phraseWords(word.text).join(" ");
    return { text: word.text, terms: findTerms(key, dictionary), entries: entries.flatMap(toEntry) };
  });
  return { words: words.filter(({ terms, entries }) => terms.length + entries.length > 0) };
}

/** Cantonese words have no English side; they say what the written word is. */
function findTerms(key: string, dictionary: Dictionary): GlossedTerm[] {
  return dictionary.concepts(key).map(({ written: { en, zh } }) => ({
    english: en,
    chinese: zh.map((traditional) => ({ traditional, simplified: simplify(traditional) })),
  }));
}

const mostTranslations = 5;
/** Of the best translation's weight; those below are far-fetched. */
const leastWeight = 0.2;

function translatedEntries(phrase: string, dictionary: Dictionary, findEntries: FindEntries): CedictEntry[] {
  const words = phraseWords(phrase);
  const wanted = words.join(" ");
  return dictionary
    .translateToChinese(words)
    .filter(({ weight }) => weight >= leastWeight)
    .slice(0, mostTranslations)
    .flatMap(({ text }) => {
      const entries = findEntries(text);
      const meant = entries.filter(({ senses }) =>
        readGlosses(senses, false).some((sense) => sense.phrase === wanted),
      );
      return (meant.length > 0 ? meant : entries).slice(0, 1);
    });
}

/** Measure words are left out; an entry that says nothing else is none. */
function toEntry({ traditional, simplified, pinyin, senses }: CedictEntry): GlossEntry[] {
  const said = senses.filter((sense) => !sense.startsWith("CL:")).map(markReferences);
  return said.length === 0 ? [] : [{ traditional, simplified, pinyin: markTones(pinyin), senses: said }];
}

/** Other words stand in senses as `裏|里[li3]`. */
function markReferences(sense: string): string {
  return sense.replace(/\[([^\]]+)\]/g, (_, pinyin: string) => ` ${markTones(pinyin)}`).trim();
}
