import type { KnowledgeBase } from "../../../ingest/index/knowledge-base.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { indexTerms } from "../../../ingest/language/tokens.ts";
import { documentName } from "../../../ingest/passage-terms.ts";
import type { Quotation } from "../cite.ts";
import type { Reading, TitledPassage } from "../reading.ts";
import { givesFigure, readAskedFigure } from "./asked-figures.ts";
import { findGaps } from "./find-gaps.ts";
import { embedTexts, nearness } from "./meaning.ts";
import { findSoughtNames, isMissing, isUnheard } from "./missing-names.ts";
import { findNamedDocuments, readYears } from "./named-documents.ts";
import type { Quoted } from "./quote-sentences.ts";

/** What the quotations say about whether the documents answer at all. */
export interface Evidence {
  /** The score of the best passage, 0..1. */
  readonly passage: number;
  /** Cosine of the question with the nearest sentence quoted. */
  readonly meaning: number;
  /** How little the sentences quoted stand out; see Quoted. */
  readonly doubt: number;
  /** ln(1 + words of the question): a long question that finds no better lines than a short one has found more. */
  readonly length: number;
  /** 1 where the question leans on earlier turns, and so holds little of what it asks for. */
  readonly leaning: number;
  /** 1 where a figure, date or person is asked for and none is quoted but those the question says itself. */
  readonly figureMissing: number;
  /** The same for a telephone number, an address or another way to reach someone. */
  readonly contactMissing: number;
  /** Where one is asked for, the widest gap between a word of the question and the telling quotations; see findGaps and Quoted. */
  readonly figureGap: number;
  /** Years and names in the question that the telling quotations, their headings and their documents' names do not hold. */
  readonly yearsMissing: number;
  readonly namesMissing: number;
  /** Those of them that no document holds. */
  readonly namesUnheard: number;
  /** 1 where a document is asked for of a year of which its organisation has none. */
  readonly documentMissing: number;
}

export const evidenceNames = [
  "passage",
  "meaning",
  "doubt",
  "length",
  "leaning",
  "figureMissing",
  "contactMissing",
  "figureGap",
  "yearsMissing",
  "namesMissing",
  "namesUnheard",
  "documentMissing",
] as const satisfies (keyof Evidence)[];

/**
 * Fitted by `evals/fit-answerability.ts`, which also prints how the fit holds up on questions it has not seen. Below 0
 * the documents do not answer.
 */
const evidenceWeights: Readonly<Record<keyof Evidence, number>> = {
  passage: 4.54,
  meaning: 4.24,
  doubt: -1.05,
  length: 1.34,
  leaning: 1.89,
  figureMissing: -4.98,
  contactMissing: -5.86,
  figureGap: -1.28,
  yearsMissing: -4.54,
  namesMissing: -1.94,
  namesUnheard: -1.5,
  documentMissing: -5.56,
};
/** Raised from the fitted -5.11, so that about one answerable question in twenty is refused. */
const bias = -3.91;

export function isAnswered(evidence: Evidence): boolean {
  return evidenceNames.reduce((sum, name) => sum + evidenceWeights[name] * evidence[name], bias) >= 0;
}

export async function readEvidence(
  reading: Reading,
  { quotations, telling, doubt }: Quoted,
): Promise<Evidence> {
  const { base, dictionary, question, passages } = reading;
  const sentences = readSentences(quotations);
  const text = telling.map((quotation) => readWithSurroundings(quotation, passages, base)).join("\n");
  const held = indexTerms(text);
  const named = findNamedDocuments(question.searchText, base, dictionary).documents;
  const ownYears = new Set([...named].map((id) => base.document(id)?.year));
  const years = readYears(question.text).filter((year) => !ownYears.has(year));
  const names = findSoughtNames(question.text, dictionary);
  const figure = readAskedFigure(question.text);
  const isGiven = figure !== null && givesFigure(figure, readSentences(telling).join("\n"), question.text);
  const gaps = await findGaps(question.text, text, reading);
  const [asked, ...vectors] = await embedTexts([question.searchText, ...sentences]);
  const isStrange = findNamedDocuments(question.text, base, dictionary).missingYears.length > 0;
  const isContact = figure?.kind === "contact";
  return {
    passage: passages[0]?.score ?? 0,
    meaning: asked ? Math.max(...vectors.map((vector) => nearness(asked, vector))) : 0,
    doubt,
    length: Math.log(1 + gaps.length),
    leaning: question.earlierText === "" ? 0 : 1,
    figureMissing: figure && !isContact && !isGiven ? 1 : 0,
    contactMissing: isContact && !isGiven ? 1 : 0,
    figureGap: figure ? Math.max(0, ...gaps) : 0,
    yearsMissing: years.filter((year) => !fold(text).includes(String(year))).length,
    namesMissing: names.filter((name) => isMissing(name, held, text)).length,
    namesUnheard: names.filter((name) => isMissing(name, held, text) && isUnheard(name, base)).length,
    documentMissing: isStrange ? 1 : 0,
  };
}

function readSentences(quotations: readonly Quotation[]): string[] {
  return quotations.flatMap(({ sentences }) => sentences.map(({ text }) => text));
}

/** A quotation below what its document is called and the headings it stands under. */
function readWithSurroundings(
  { passage, sentences }: Quotation,
  passages: readonly TitledPassage[],
  base: KnowledgeBase,
): string {
  const document = base.document(passage.document);
  const around = passages.filter(
    (one) =>
      one.document === passage.document &&
      sentences.some(({ startLine, endLine }) => startLine >= one.startLine && endLine <= one.endLine),
  );
  return [
    document ? documentName(document) : passage.document,
    ...around.flatMap(({ headings }) => headings),
    ...sentences.map(({ text }) => text),
  ].join("\n");
}
