import type { Quotation } from "../cite.ts";
import { growRun, placeSentences, type Run } from "./grow-run.ts";
import type { ScoredSentence } from "./sentence-weights.ts";
import { withTableHeaders } from "./with-table-header.ts";

const mostQuotations = 3;
/** A quotation begins with a sentence at most this much less likely than the best: one in e^1.2 = 3.3. */
const opensWithin = 1.2;
/** The same in a document that is not quoted yet: what two documents say is read side by side. */
const opensNewWithin = 2.4;
/** Lines a reader reads at a glance; wrapped lines with blank ones between them hold some 150 characters. */
const mostLines = 12;
const mostLinesTogether = 14;

/**
 * The sentences to quote: the best one with its neighbours, and further ones where they are nearly as likely to
 * answer, those of the best document first, in reading order.
 */
export function selectQuotations(sentences: readonly ScoredSentence[], asksList: boolean): Quotation[] {
  const order = [...sentences].sort((a, b) => b.score - a.score);
  const best = order[0]?.score ?? 0;
  const places = placeSentences(sentences);
  const used = new Set<ScoredSentence>();
  const runs: Run[] = [];
  let lines = 0;
  for (const opening of order) {
    if (runs.length === mostQuotations) break;
    const isNew = runs.every((run) => documentOf(run) !== opening.passage.document);
    if (used.has(opening) || opening.score < best - (isNew ? opensNewWithin : opensWithin)) continue;
    const run = growRun(opening, { places, used, mostLines, asksList });
    const length = run.endLine - run.startLine + 1;
    if (runs.length > 0 && lines + length > mostLinesTogether) continue;
    lines += length;
    for (const read of run.sentences) used.add(read);
    runs.push(run);
  }
  return toQuotations(withTableHeaders(runs, places));
}

/** In reading order, the documents as they were first quoted. */
export function toQuotations(runs: readonly Run[]): Quotation[] {
  const documents = [...new Set(runs.map(documentOf))];
  return [...runs]
    .sort(
      (a, b) =>
        documents.indexOf(documentOf(a)) - documents.indexOf(documentOf(b)) || a.startLine - b.startLine,
    )
    .map(({ sentences }) => ({
      passage: (sentences[0] as ScoredSentence).passage,
      sentences: sentences.map(({ sentence }) => sentence),
    }));
}

export function documentOf({ sentences }: Run): string {
  return sentences[0]?.passage.document ?? "";
}
