import type { KnowledgeBase } from "../../../ingest/index/knowledge-base.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { indexTerms } from "../../../ingest/language/tokens.ts";
import { documentName } from "../../../ingest/passage-terms.ts";
import type { Quotation } from "../cite.ts";
import type { Reading, TitledPassage } from "../reading.ts";
import { givesFigure, readAskedFigure } from "./asked-figures.ts";
import { findGaps, holdsWord } from "./find-gaps.ts";
import { embedTexts, nearness } from "./meaning.ts";
import { findNamedDocuments, readYears } from "./named-documents.ts";
import { readNames } from "./names.ts";

/** What the quotations say about whether the documents answer at all. */
export interface Evidence {
  /** The score of the best passage, 0..1. */
  readonly passage: number;
  /** Cosine of the question with the nearest sentence quoted. */
  readonly meaning: number;
  /** ln(1 + words of the question): a long question that finds no better lines than a short one has found more. */
  readonly length: number;
  /** 1 where the question leans on earlier turns, and so holds little of what it asks for. */
  readonly leaning: number;
  /** 1 where a figure, date or person is asked for and none is quoted. */
  readonly figureMissing: number;
  /** Where one is asked for, the widest gap between a word of the question and the quotations; see findGaps. */
  readonly figureGap: number;
  /** Years and names in the question that the quotations, their headings and their documents' names do not hold. */
  readonly yearsMissing: number;
  readonly namesMissing: number;
  /** 1 where a document is asked for of a year of which its organisation has none. */
  readonly documentMissing: number;
}

export const evidenceNames = [
  "passage",
  "meaning",
  "length",
  "leaning",
  "figureMissing",
  "figureGap",
  "yearsMissing",
  "namesMissing",
  "documentMissing",
] as const satisfies (keyof Evidence)[];

/**
 * Fitted by `evals/fit-answerability.ts`, which also prints how the fit holds up on questions it has not seen. Below 0
 * the documents do not answer.
 */
const evidenceWeights: Readonly<Record<keyof Evidence, number>> = {
  passage: 10.52,
  meaning: 5,
  length: 1.78,
  leaning: 2.72,
  figureMissing: -2.06,
  figureGap: -2.93,
  yearsMissing: -5.64,
  namesMissing: -0.97,
  documentMissing: -7.04,
};
/** Raised from the fitted -10.55, so that about one answerable question in eighteen is refused. */
const bias = -9.55;

export function isAnswered(evidence: Evidence): boolean {
  return evidenceNames.reduce((sum, name) => sum + evidenceWeights[name] * evidence[name], bias) >= 0;
}

export async function readEvidence(reading: Reading, quotations: readonly Quotation[]): Promise<Evidence> {
  const { base, dictionary, question, passages } = reading;
  const sentences = quotations.flatMap(({ sentences: quoted }) => quoted.map(({ text }) => text));
  const text = [...readSurroundings(quotations, passages, base), ...sentences].join("\n");
  const held = indexTerms(text);
  const named = findNamedDocuments(question.searchText, base, dictionary).documents;
  const ownYears = new Set([...named].map((id) => base.document(id)?.year));
  const figure = readAskedFigure(question.text);
  const gaps = await findGaps(question.text, text, reading);
  const [asked, ...vectors] = await embedTexts([question.searchText, ...sentences]);
  const isStrange = findNamedDocuments(question.text, base, dictionary).missingYears.length > 0;
  return {
    passage: passages[0]?.score ?? 0,
    meaning: asked ? Math.max(...vectors.map((vector) => nearness(asked, vector))) : 0,
    length: Math.log(1 + gaps.length),
    leaning: question.earlierText === "" ? 0 : 1,
    figureMissing: figure && !givesFigure(figure, sentences.join("\n")) ? 1 : 0,
    figureGap: figure ? Math.max(0, ...gaps) : 0,
    yearsMissing: readYears(question.text).filter(
      (year) => !ownYears.has(year) && !fold(text).includes(String(year)),
    ).length,
    namesMissing: readNames(question.text, dictionary).filter((name) => !holdsWord(name, held, dictionary))
      .length,
    documentMissing: isStrange ? 1 : 0,
  };
}

/** What the quoted documents are called, and the headings the quotations stand under. */
function readSurroundings(
  quotations: readonly Quotation[],
  passages: readonly TitledPassage[],
  base: KnowledgeBase,
): string[] {
  const names = [...new Set(quotations.map(({ passage }) => passage.document))].map((id) => {
    const document = base.document(id);
    return document ? documentName(document) : id;
  });
  const around = passages.filter((passage) =>
    quotations.some(
      (quotation) =>
        quotation.passage.document === passage.document &&
        quotation.sentences.some(
          ({ startLine, endLine }) => startLine >= passage.startLine && endLine <= passage.endLine,
        ),
    ),
  );
  return [...names, ...around.flatMap(({ headings }) => headings)];
}
