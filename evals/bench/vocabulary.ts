import { loadCedictIndex } from "../../ingest/language/cedict-index.ts";
import { loadThesaurus } from "../../ingest/language/thesaurus.ts";
import { createRandom } from "./random.ts";

/** Draws one word; which one depends on the random number alone. */
export type DrawWord = (random: () => number) => string;

export interface Vocabulary {
  /** Any word, as often as running text uses it. */
  readonly any: DrawWord;
  /** A word that says what a text is about. */
  readonly telling: DrawWord;
}

const functionWords = {
  zh: "的 是 在 和 了 有 為 不 以 及 對 與 等 於 並 將 可 或 由 也 而 其 之 此 至 並且 我們 通過 進行 以及".split(
    " ",
  ),
  en: (
    "the of and to in a for is on that be with as by are this will it from or an at which should has their not more " +
    "we our other can also its have such these would under been was between all into they than there through"
  ).split(" "),
};

/**
 * Words by rank, drawn by the law of Zipf and Mandelbrot, 1 / (rank + 2.7)^1.07, so that posting lists are as uneven
 * as those of real text: function words first, then the thesaurus's terms, then CC-CEDICT's words, commonest first.
 */
export function loadVocabulary(): Readonly<Record<"zh" | "en", Vocabulary>> {
  const concepts = loadThesaurus();
  const cedict = loadCedictIndex();
  const commonFirst = cedict.words
    .map((word, number) => ({ word, commonness: cedict.commonness[number] ?? 0 }))
    .filter(({ word }) => word.length > 1)
    .sort((a, b) => b.commonness - a.commonness)
    .map(({ word }) => word);
  const countTranslations = (phrase: number) =>
    (cedict.byPhrase.starts[phrase + 1] ?? 0) - (cedict.byPhrase.starts[phrase] ?? 0);
  const muchTranslatedFirst = cedict.phrases
    .map((word, phrase) => ({ word, count: countTranslations(phrase) }))
    .filter(({ word }) => /^[a-z]{3,}$/.test(word))
    .sort((a, b) => b.count - a.count)
    .map(({ word }) => word);
  return {
    zh: createVocabulary(functionWords.zh, [...shuffle(concepts.flatMap(({ zh }) => zh)), ...commonFirst]),
    en: createVocabulary(functionWords.en, [
      ...shuffle(concepts.flatMap(({ en }) => en)),
      ...muchTranslatedFirst,
    ]),
  };
}

function createVocabulary(functional: readonly string[], others: readonly string[]): Vocabulary {
  const words = [...new Set([...functional, ...others])];
  const sums = new Float64Array(words.length);
  words.forEach((_word, rank) => {
    sums[rank] = (sums[rank - 1] ?? 0) + 1 / (rank + 2.7) ** 1.07;
  });
  const drawBetween = (low: number, high: number, random: () => number) =>
    words[findRank(sums, low + random() * (high - low))] ?? "";
  const all = sums.at(-1) ?? 0;
  const beforeTelling = sums[functional.length] ?? 0;
  return {
    any: (random) => drawBetween(0, all, random),
    telling: (random) => drawBetween(beforeTelling, all, random),
  };
}

/** The first rank whose running sum is above the value. */
function findRank(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The thesaurus stands in the order of its subjects, which is not that of use. */
function shuffle(words: readonly string[]): string[] {
  const random = createRandom(7);
  return words
    .map((word) => ({ word, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ word }) => word);
}
