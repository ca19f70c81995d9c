import type { Sentence } from "../../../ingest/document.ts";
import { queryGroups } from "../../../ingest/language/query-terms.ts";
import type { Quotation } from "../cite.ts";
import { createCoverage, type MeasureCoverage, weighGroups } from "../match.ts";
import type { Reading, TitledPassage } from "../reading.ts";
import { speaksToModel } from "../speaks-to-model.ts";
import { leastSupport, supportOf } from "../verify/verify-sentence.ts";
import type { Reference } from "./references.ts";

/** More sentences than this are not looked through by a reader. */
const mostSentences = 3;
const mostLines = 8;
/** A line of a page holds about this many Chinese characters. */
const charactersInLine = 36;
/** A neighbouring sentence is cited as well where it holds this much more of the claim. */
const leastGain = 0.12;

/**
 * The sentences a reference means for a claim, or null where it points nowhere. Lines outside of the passage are
 * looked for in the document's other passages, a passage without lines is narrowed to what the claim says, and
 * lines that do not carry it give way to others that do.
 */
export function locate(reference: Reference, claims: readonly string[], reading: Reading): Quotation | null {
  const claim = claims.join(" ");
  const named = reading.passages[reference.passage - 1];
  if (named === undefined) return null;
  const coverage = measureWhenAsked(claim, reading);
  const given = takeLines(reference, named, reading.passages);
  const within = given ?? { passage: named, sentences: quotable(named) };
  if (within.sentences.length === 0) return null;
  const short = given && isShort(given) ? given : null;
  const meant = short && claims.length > 1 ? short : narrow(coverage, within);
  if (supports(meant, claim, reading)) return meant;
  if (short && supports(short, claim, reading)) return short;
  const others = reading.passages.filter((passage) => passage !== named || given !== null);
  const better = best(
    coverage,
    others.map((passage) => narrow(coverage, { passage, sentences: quotable(passage) })),
  );
  if (better && supports(better, claim, reading)) return better;
  return given === null && reference.lines !== null ? null : meant;
}

/** Translating a claim is the dearest part of a check, and a marker that names one sentence needs none. */
function measureWhenAsked(claim: string, { dictionary, base }: Reading): MeasureCoverage {
  let measure: MeasureCoverage | undefined;
  return (text) => {
    measure ??= createCoverage(weighGroups(queryGroups(claim, dictionary), base));
    return measure(text);
  };
}

/** What a reader looks through; lines named for several sentences are kept together up to it. */
function isShort({ sentences }: Quotation): boolean {
  const lines = sentences.reduce((sum, { text }) => sum + Math.ceil(text.length / charactersInLine), 0);
  return lines <= mostLines;
}

function takeLines(
  { lines }: Reference,
  named: TitledPassage,
  passages: readonly TitledPassage[],
): Quotation | null {
  if (lines === null) return null;
  const { from, to } = lines;
  const same = passages.filter((passage) => passage !== named && passage.document === named.document);
  for (const passage of [named, ...same]) {
    const sentences = quotable(passage).filter(
      ({ startLine, endLine }) => startLine <= to && endLine >= from,
    );
    if (sentences.length > 0) return { passage, sentences };
  }
  return null;
}

function quotable(passage: TitledPassage): Sentence[] {
  return passage.sentences.filter((sentence) => sentence.kind !== "heading" && !isOrder(sentence, passage));
}

/** Orders are told by the whole of their lines: they may be cut into sentences anywhere. */
function isOrder({ startLine, endLine }: Sentence, { sentences }: TitledPassage): boolean {
  const around = sentences.filter((other) => other.startLine <= endLine && other.endLine >= startLine);
  return speaksToModel(around.map(({ text }) => text).join(" "));
}

/** The run of sentences that holds most of the claim: the best one, and neighbours that add to it. */
function narrow(coverage: MeasureCoverage, { passage, sentences }: Quotation): Quotation {
  if (sentences.length <= 1) return { passage, sentences };
  const held = sentences.map(({ text }) => coverage(text));
  let from = held.indexOf(Math.max(...held));
  let to = from;
  let value = held[from] ?? 0;
  while (to - from + 1 < mostSentences) {
    const [before, after] = [from - 1, to + 1].map((at) =>
      sentences[at] === undefined
        ? 0
        : coverOf(coverage, sentences.slice(Math.min(from, at), Math.max(to, at) + 1)),
    );
    const next = Math.max(before ?? 0, after ?? 0);
    if (next < value + leastGain) break;
    if (next === before) from--;
    else to++;
    value = next;
  }
  return { passage, sentences: sentences.slice(from, to + 1) };
}

function best(coverage: MeasureCoverage, quotations: readonly Quotation[]): Quotation | undefined {
  const scored = quotations.map((quotation) => ({ quotation, held: coverOf(coverage, quotation.sentences) }));
  return scored.sort((a, b) => b.held - a.held)[0]?.quotation;
}

function coverOf(coverage: MeasureCoverage, sentences: readonly Sentence[]): number {
  return coverage(sentences.map(({ text }) => text).join("\n"));
}

function supports({ sentences }: Quotation, claim: string, { question, dictionary }: Reading): boolean {
  const cited = sentences.map(({ text }) => text);
  return supportOf({ sentence: claim, cited, question: question.text, dictionary }) >= leastSupport;
}
