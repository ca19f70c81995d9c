import type { Translator } from "../../../language/translate.ts";
import { hashName } from "../hash.ts";
import { addHashedVector } from "../hashed-vector.ts";
import { readUnits } from "../units.ts";
import { shareFloats } from "./shared-arrays.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Short: what training does not reach stays as it begins, and disturbs a text's sum the more the longer it is. */
const lengths = {
  character: 0.3,
  other: 0.3,
  translatedWord: 0.8,
  translatedPhrase: 0.5,
  untranslatedWord: 1,
};
const mostTranslations = 4;

/**
 * The vectors before training: a hashed one for everything Chinese and for numbers, the sum of the best
 * translations' and a little of its own for English words and phrases, nothing for subwords and roots. So the
 * model begins where hashing with a dictionary ends.
 */
export function makeFirstVectors(
  vocabulary: Vocabulary,
  dimension: number,
  translate: Translator["translateToChinese"],
): Float32Array {
  const { names } = vocabulary;
  const vectors = shareFloats(names.length * dimension);
  const vectorOf = (row: number) => vectors.subarray(row * dimension, (row + 1) * dimension);
  names.forEach((name, row) => {
    if (isPartOfWord(name) || isEnglish(name)) return;
    addHashedVector(vectorOf(row), hashName(name), name.length === 1 ? lengths.character : lengths.other);
  });
  names.forEach((name, row) => {
    if (!isEnglish(name)) return;
    const isPhrase = name.includes(" ");
    const translation = translate(name.split(" ")).slice(0, mostTranslations);
    const sum = sumTranslations(translation, vocabulary, dimension, vectorOf);
    const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0));
    const wanted = isPhrase ? lengths.translatedPhrase : lengths.translatedWord;
    if (length > 0) addScaled(vectorOf(row), sum, wanted / length);
    if (isPhrase) return;
    addHashedVector(vectorOf(row), hashName(name), length > 0 ? lengths.other : lengths.untranslatedWord);
  });
  return vectors;
}

function isPartOfWord(name: string): boolean {
  return /^[~^]/.test(name);
}

function isEnglish(name: string): boolean {
  return /^\p{Script=Latin}/u.test(name);
}

function sumTranslations(
  translations: ReturnType<Translator["translateToChinese"]>,
  { rows }: Vocabulary,
  dimension: number,
  vectorOf: (row: number) => Float32Array,
): Float32Array {
  const sum = new Float32Array(dimension);
  for (const { text, weight } of translations) {
    for (const unit of readUnits(text)) {
      for (const row of [rows.get(unit.name), rows.get(unit.pair)]) {
        if (row !== undefined) addScaled(sum, vectorOf(row), weight);
      }
    }
  }
  return sum;
}

function addScaled(sum: Float32Array, vector: Float32Array, factor: number): void {
  for (let index = 0; index < sum.length; index++) {
    sum[index] = (sum[index] ?? 0) + factor * (vector[index] ?? 0);
  }
}
