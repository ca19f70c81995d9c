import type { Sentence } from "../../ingest/document.ts";
import { createCoverage, type WeighedGroup } from "./match.ts";
import type { RetrievedPassage } from "./retrieve.ts";

/** Neighbouring sentences of one passage that are quoted together. */
export interface Quotation {
  readonly passage: RetrievedPassage;
  readonly sentences: readonly Sentence[];
}

export interface Selection {
  readonly quotations: readonly Quotation[];
  /** How much of the question the best passage covers, 0..1: what decides whether there is an answer at all. */
  readonly coverage: number;
}

interface Scored {
  readonly passage: RetrievedPassage;
  readonly index: number;
  readonly value: number;
}

const passagesRead = 6;
const mostSentences = 4;
/** A sentence worth less than this share of the best one is not quoted. */
const leastShare = 0.72;

/** The sentences that hold most of what the question asks for, in reading order, those of the best document first. */
export function selectSentences(
  groups: readonly WeighedGroup[],
  passages: readonly (RetrievedPassage & { readonly title: string })[],
): Selection {
  const coverage = createCoverage(groups);
  const read = passages.slice(0, passagesRead).map((passage) => {
    const surroundings = [passage.title, ...passage.headings, passage.text].join("\n");
    return { passage, covers: coverage(surroundings) };
  });
  const scored = read.flatMap(({ passage, covers }) =>
    passage.sentences.flatMap((sentence, index): Scored[] => {
      if (sentence.kind === "heading") return [];
      const own = coverage(sentence.text);
      return [{ passage, index, value: own + 0.35 * covers + 0.15 * passage.score }];
    }),
  );
  const chosen = scored.sort((a, b) => b.value - a.value).slice(0, mostSentences);
  const floor = (chosen[0]?.value ?? 0) * leastShare;
  return {
    quotations: joinNeighbours(chosen.filter((item) => item.value >= floor)),
    coverage: Math.max(0, ...read.map(({ covers }) => covers)),
  };
}

function joinNeighbours(chosen: readonly Scored[]): Quotation[] {
  const documents = [...new Set(chosen.map((item) => item.passage.document))];
  const order = [...chosen].sort(
    (a, b) =>
      documents.indexOf(a.passage.document) - documents.indexOf(b.passage.document) ||
      a.passage.id - b.passage.id ||
      a.index - b.index,
  );
  const quotations: { passage: RetrievedPassage; sentences: Sentence[]; last: number }[] = [];
  for (const { passage, index } of order) {
    const sentence = passage.sentences[index];
    if (!sentence) continue;
    const open = quotations.at(-1);
    if (open && open.passage.id === passage.id && open.last === index - 1) {
      open.sentences.push(sentence);
      open.last = index;
    } else quotations.push({ passage, sentences: [sentence], last: index });
  }
  return quotations;
}
