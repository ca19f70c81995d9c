import { alignQuestion } from "../../../ingest/embeddings/builtin/align.ts";
import type { TermGroup } from "../../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { phraseWords } from "../../../ingest/language/phrase.ts";
import { queryGroups } from "../../../ingest/language/query-terms.ts";
import { spellInChinese } from "../../../ingest/language/sounds/spell-in-chinese.ts";
import { isEnglishStopWord } from "../../../ingest/language/stop-words.ts";
import { indexTerms, tokenize } from "../../../ingest/language/tokens.ts";
import { matchGroup } from "../match.ts";
import { isSpelledFrom, readLatinNames, readSpelledNames, withoutSpelledNames } from "./spelled-names.ts";

interface Compared {
  readonly sentence: string;
  readonly evidence: string;
  readonly question: string;
  readonly dictionary: Dictionary;
}

/**
 * phi_det: the mean of the share of the sentence's words that the evidence holds and that share among the words
 * the question does not hold already, 0..1. Words are character pairs and Latin words where both texts are in one
 * language, and dictionary groups where they are not. Where much is shared, words of nearly the same sense lift it.
 */
export function measureSupport(compared: Compared): number {
  const isSameLanguage = isMostlyChinese(compared.sentence) === isMostlyChinese(compared.evidence);
  const units = isSameLanguage ? ownWords(compared) : translatedWords(compared);
  const all = shareHeld(units);
  const added = shareHeld(units.filter(({ inQuestion }) => !inQuestion));
  if (all === null) return 0;
  const shared = (all + (added ?? all)) / 2;
  const isInDoubt = shared >= leastToLift && shared < mostToLift && (added ?? all) >= leastAddedToLift;
  return isInDoubt ? shared + liftOf(compared, isSameLanguage) : shared;
}

/** A sentence that shares less with its lines says something else, however near its words come to theirs. */
const leastToLift = 0.3;
/** A sentence that repeats the question and adds what the lines do not hold is not carried by what it repeats. */
const leastAddedToLift = 0.2;
/** Enough is shared as it is; comparing words by their sense is the dearest part of a check. */
const mostToLift = 0.5;
/** Words of sentences about other things come this near, in one language and across the two. */
const ordinaryNearness = { same: 0.6, other: 0.35 };
const liftOfNearness = { same: 1, other: 0.4 };

/** Said in other words of the same sense: how much nearer its words come to those of the lines than is ordinary. */
function liftOf({ sentence, evidence }: Compared, isSameLanguage: boolean): number {
  const pair = isSameLanguage ? "same" : "other";
  const nearness = alignQuestion(sentence, () => 1)(evidence);
  return liftOfNearness[pair] * Math.max(0, nearness - ordinaryNearness[pair]);
}

/** A word of the sentence, how much it says, and how well the evidence holds it, 0..1. */
interface Unit {
  readonly weight: number;
  readonly held: number;
  readonly inQuestion: boolean;
}

function shareHeld(units: readonly Unit[]): number | null {
  const total = units.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  return units.reduce((sum, { weight, held }) => sum + weight * held, 0) / total;
}

function ownWords({ sentence, evidence, question, dictionary }: Compared): Unit[] {
  const held = indexTerms(evidence);
  const asked = indexTerms(question);
  const otherwise = saidOtherwise(sentence, evidence, dictionary);
  const terms = new Map<string, boolean>();
  for (const { kind, term, start, end } of tokenize(sentence)) {
    if (kind === "cjk1" || isEnglishStopWord(sentence.slice(start, end))) continue;
    const isHeld = held.has(term) || otherwise.some((range) => start >= range.start && end <= range.end);
    terms.set(term, isHeld || terms.get(term) === true);
  }
  return [...terms].map(([term, isHeld]) => ({
    weight: 1,
    held: isHeld ? 1 : 0,
    inQuestion: asked.has(term),
  }));
}

/** Where the sentence has a term for which the evidence has another one of the glossary's: GDP, 本地生产总值. */
function saidOtherwise(sentence: string, evidence: string, dictionary: Dictionary) {
  const folded = fold(sentence);
  const plain = fold(evidence).replace(/\s+/g, "");
  const latin = [...folded.matchAll(/[a-z][a-z&-]+/g)].map(({ 0: word, index }) => ({
    word: phraseWords(word).join(" "),
    start: index,
    end: index + word.length,
  }));
  return [...dictionary.longestMatches(folded), ...latin].filter(({ word }) =>
    dictionary.concepts(word).some(({ zh }) => zh.some((wording) => plain.includes(wording))),
  );
}

function translatedWords({ sentence, evidence, question, dictionary }: Compared): Unit[] {
  const held = indexTerms(evidence);
  const asked = indexTerms(question);
  const words = readLatinNames(evidence);
  const spelled = readSpelledNames(fold(sentence)).map((name) => ({
    weight: weightOfSpelled,
    held: isSpelledFrom(name, words) ? 1 : 0,
    inQuestion: fold(question).includes(name),
  }));
  const translated = translatedGroups(sentence, dictionary).map((group) => ({
    weight: group.weight,
    held: matchGroup(group, held) > 0 || sounds(group.label, evidence) ? 1 : 0,
    inQuestion: matchGroup(group, asked) > 0,
  }));
  return [...spelled, ...translated];
}

/** One sentence is compared with many lines in turn. */
function translatedGroups(sentence: string, dictionary: Dictionary): readonly TermGroup[] {
  const read = groupsRead.get(dictionary) ?? new Map<string, readonly TermGroup[]>();
  groupsRead.set(dictionary, read);
  const known = read.get(sentence);
  if (known !== undefined) return known;
  const groups = queryGroups(withoutSpelledNames(sentence), dictionary, { crossLanguageWeight: 1 }).filter(
    isTranslated,
  );
  if (read.size >= mostRead) read.clear();
  read.set(sentence, groups);
  return groups;
}

/** A name says as much as a long word. */
const weightOfSpelled = 1;

const groupsRead = new WeakMap<Dictionary, Map<string, readonly TermGroup[]>>();
const mostRead = 200;

/** Character pairs cannot meet another language; a number or a word with a translation can. */
function isTranslated({ label, alternatives }: TermGroup): boolean {
  if (label.endsWith("→ zh")) return false;
  return (
    label.endsWith("→ en") ||
    alternatives.some(({ terms }) => terms.some((term) => /[\p{Script=Latin}\d]/u.test(term)))
  );
}

/** Whether Chinese lines write the sound of a foreign name. */
function sounds(label: string, evidence: string): boolean {
  if (!/^\p{Lu}\p{Ll}{2,}/u.test(label)) return false;
  const plain = fold(evidence);
  return spellInChinese(label, (pair) => plain.includes(pair)).length > 0;
}

function isMostlyChinese(text: string): boolean {
  const ideographs = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return ideographs > words * 2;
}
