import type { Sentence } from "../../../ingest/document.ts";
import { alignQuestion } from "../../../ingest/embeddings/builtin/align.ts";
import { hasIdeograph } from "../../../ingest/language/characters.ts";
import { createCoverage, weighGroups } from "../match.ts";
import { rarity } from "../rank/alignment.ts";
import { findDocumentEvidence } from "../rank/document-evidence.ts";
import type { Reading, TitledPassage } from "../reading.ts";
import { isPartOfOrder } from "../speaks-to-model.ts";
import { answersKind, answersKinds, readAskedKinds } from "./asked-kinds.ts";
import { embedTexts, embedWords, nearness } from "./meaning.ts";
import { findNamedDocuments } from "./named-documents.ts";
import { readPassage } from "./passage-reading.ts";
import { spreadFeatures } from "./spread-features.ts";
import { weighWords } from "./weigh-words.ts";

/** What is known of one sentence for one question; what is spread lies between the mean of those read (0) and the best (1). */
export interface SentenceFeatures {
  /** The score of its passage. */
  readonly passage: number;
  /** Share of the question's word groups it holds, those that name a document aside. */
  readonly words: number;
  /** The same for it and its neighbours. */
  readonly wordsAround: number;
  /** Cosine of the question's vector with that of the sentence under its headings. */
  readonly meaning: number;
  /** The same for the nearest of its clauses: a long sentence holds much that was not asked. */
  readonly clauseMeaning: number;
  /** For each word of the question its nearest word in the sentence, weighed by rarity (MaxSim: Khattab & Zaharia 2020). */
  readonly alignment: number;
  /** The same for it, its neighbours and its headings together, each word also weighed by what training made of it. */
  readonly alignmentAround: number;
  /** Share of the question's word groups in the headings above it. */
  readonly heading: number;
  /** 1 for an item of a list. */
  readonly item: number;
  /** Whether it holds what this kind of question asks for, 0..1. */
  readonly kind: number;
  /** 1 where a number, or several things, are asked for and it holds such. */
  readonly number: number;
  readonly list: number;
  /** 1 in a document the question names. */
  readonly named: number;
  /** 1 in another language than the question's, in which the same words are less alike. */
  readonly otherLanguage: number;
}

const spreadNames = [
  "passage",
  "words",
  "wordsAround",
  "meaning",
  "clauseMeaning",
  "alignment",
  "alignmentAround",
  "heading",
] as const;

export const featureNames = [
  ...spreadNames,
  "item",
  "kind",
  "number",
  "list",
  "named",
  "otherLanguage",
] as const satisfies (keyof SentenceFeatures)[];

/** A sentence of a passage that was found, by its place in it. */
export interface ReadSentence {
  readonly passage: TitledPassage;
  readonly index: number;
  readonly sentence: Sentence;
  /** Of the sentence under its headings. */
  readonly vector: Float32Array;
  readonly features: SentenceFeatures;
}

/** The sentences of the passages, headings and orders to a model aside, with their features. */
export async function readSentences(reading: Reading): Promise<ReadSentence[]> {
  const { base, dictionary, question, passages } = reading;
  const evidence = findDocumentEvidence(question.searchGroups, base);
  const sought = question.searchGroups.filter((group) => !evidence.naming.has(group));
  const coverage = createCoverage(weighGroups(sought, base));
  const [questionVector] = await embedTexts([question.searchText]);
  const nearest = (vectors: readonly Float32Array[]) =>
    questionVector ? Math.max(...vectors.map((vector) => nearness(questionVector, vector))) : 0;
  const isChinese = question.language !== "en";
  const words = weighWords(question.text, base, { dictionary, naming: evidence.naming });
  const wordVectors = await embedWords(words.map(({ word }) => word));
  const alignAround = alignQuestion(question.searchText, (term) => rarity(term, base));
  const kinds = readAskedKinds(question.text);
  const named = findNamedDocuments(question.searchText, base, dictionary).documents;

  const measured: ReadSentence[] = [];
  for (const passage of passages) {
    const read = await readPassage(passage, base, dictionary);
    for (const [index, sentence] of passage.sentences.entries()) {
      if (sentence.kind === "heading" || isPartOfOrder(sentence, passage.sentences)) continue;
      const vector = read.inContext[index] as Float32Array;
      const around = neighbours(passage, index);
      measured.push({
        passage,
        index,
        sentence,
        vector,
        features: {
          passage: passage.score,
          words: coverage(sentence.text),
          wordsAround: coverage(around.map((at) => passage.sentences[at]?.text).join("\n")),
          meaning: nearest([vector]),
          clauseMeaning: nearest(read.clauses[index] ?? []),
          alignment: align(words, wordVectors, read.wordVectors[index] ?? []),
          alignmentAround: alignAround(
            [...passage.headings, ...around.map((at) => passage.sentences[at]?.text)].join("\n"),
          ),
          heading: coverage(passage.headings.join("\n")),
          item: sentence.kind === "item" ? 1 : 0,
          kind: answersKinds(sentence.text, kinds),
          number: answersKind(sentence.text, "number", kinds),
          list: answersKind(sentence.text, "list", kinds),
          named: named.has(passage.document) ? 1 : 0,
          otherLanguage: isChinese === hasIdeograph(sentence.text) ? 0 : 1,
        },
      });
    }
  }
  return spreadFeatures(measured, spreadNames);
}

function neighbours({ sentences }: TitledPassage, index: number): number[] {
  return [index - 1, index, index + 1].filter((at) => at >= 0 && at < sentences.length);
}

function align(
  words: readonly { readonly worth: number }[],
  vectors: readonly Float32Array[],
  held: readonly Float32Array[],
): number {
  let sum = 0;
  let total = 0;
  for (const [index, { worth }] of words.entries()) {
    let best = 0;
    for (const vector of held) best = Math.max(best, nearness(vectors[index] as Float32Array, vector));
    sum += worth * best;
    total += worth;
  }
  return total === 0 ? 0 : sum / total;
}
