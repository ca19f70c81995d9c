import type { Quotation } from "../cite.ts";
import { growRun, placeSentences, type Run } from "./grow-run.ts";
import { nearness } from "./meaning.ts";
import { documentOf, toQuotations } from "./select-quotations.ts";
import type { ScoredSentence } from "./sentence-weights.ts";
import { spreadOf } from "./spread-features.ts";
import { withTableHeaders } from "./with-table-header.ts";

const mostQuotations = 3;
const mostNamedQuoted = 5;
/** A document is quoted with a sentence at most this much less likely to answer than the best: one in e^2. */
const comparesWithin = 2;
/** One that the question names is quoted also where its words stand far from it. */
const comparesNamedWithin = 8;
/** What two documents say of one thing is alike: how much the nearest to what is quoted already gains. */
const alikeBonus = 1.5;
/** A document is quoted again with a sentence hardly less likely than its first. */
const comparesAgainWithin = 1;
const mostLines = 7;
const mostLinesTogether = 21;

/** One quotation of every document that is compared: those the question names, where it names several. */
export function compareDocuments(
  sentences: readonly ScoredSentence[],
  { named, asksList }: { readonly named: ReadonlySet<string>; readonly asksList: boolean },
): Quotation[] {
  const ofNamed = sentences.filter(({ passage }) => named.size < 2 || named.has(passage.document));
  const compared = ofNamed.length > 0 ? ofNamed : sentences;
  const places = placeSentences(compared);
  const best = Math.max(...compared.map(({ score }) => score));
  const within = named.size > 1 ? comparesNamedWithin : comparesWithin;
  const most = Math.max(mostQuotations, Math.min(named.size, mostNamedQuoted));
  const runs: Run[] = [];
  const used = new Set<ScoredSentence>();
  let lines = 0;
  const quote = (opening: ScoredSentence): boolean => {
    const run = growRun(opening, { places, used, mostLines, asksList });
    const length = run.endLine - run.startLine + 1;
    if (runs.length > 0 && lines + length > mostLinesTogether) return false;
    lines += length;
    for (const read of run.sentences) used.add(read);
    runs.push(run);
    return true;
  };
  while (runs.length < most) {
    const opening = findNext(compared, runs);
    if (opening === undefined || opening.score < best - within || !quote(opening)) break;
  }
  for (const read of [...compared].sort((a, b) => b.score - a.score)) {
    if (runs.length >= most) break;
    if (!used.has(read) && read.score >= bestOf(runs, read.passage.document) - comparesAgainWithin)
      quote(read);
  }
  return toQuotations(withTableHeaders(runs, places));
}

/** The score of the best sentence quoted of the document. */
function bestOf(runs: readonly Run[], document: string): number {
  const quoted = runs.filter((run) => documentOf(run) === document).flatMap(({ sentences }) => sentences);
  return quoted.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...quoted.map(({ score }) => score));
}

/** The best sentence of the documents not quoted yet, those preferred that are like what is quoted. */
function findNext(compared: readonly ScoredSentence[], runs: readonly Run[]): ScoredSentence | undefined {
  const quoted = new Set(runs.map(documentOf));
  const others = compared.filter(({ passage }) => !quoted.has(passage.document));
  const vectors = runs.flatMap((run) => run.sentences.map(({ vector }) => vector));
  const alike = spreadOf(
    others.map(({ vector }) => Math.max(0, ...vectors.map((other) => nearness(vector, other)))),
  );
  return others
    .map((read, index) => ({ read, value: read.score + alikeBonus * (alike[index] ?? 0) }))
    .sort((a, b) => b.value - a.value)[0]?.read;
}
