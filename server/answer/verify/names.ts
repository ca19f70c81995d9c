import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { queryGroups } from "../../../ingest/language/query-terms.ts";
import { spellInChinese } from "../../../ingest/language/sounds/spell-in-chinese.ts";
import { isEnglishStopWord } from "../../../ingest/language/stop-words.ts";
import { indexTerms } from "../../../ingest/language/tokens.ts";
import { matchGroup } from "../match.ts";
import { findMissingChineseNames } from "./chinese-names.ts";
import { isMonth } from "./months.ts";

interface Compared {
  readonly sentence: string;
  readonly evidence: string;
  readonly question: string;
  readonly dictionary: Dictionary;
}

/**
 * Names of the sentence that neither the evidence nor the question holds, in any wording the dictionary knows or
 * that sounds like it: Chinese words that are only ever names, Latin words in capitals or beside digits,
 * capitalised words inside an English sentence, and quoted titles.
 */
export function findMissingNames(compared: Compared): string[] {
  const { sentence, evidence, question, dictionary } = compared;
  const held = indexTerms(`${evidence}\n${question}`);
  const plain = withoutBlanks(`${evidence}\n${question}`);
  const names = readNames(sentence).filter((name) => {
    const groups = queryGroups(name, dictionary);
    return groups.length > 0 && !groups.some((group) => matchGroup(group, held) > 0);
  });
  const titles = readTitles(sentence).filter((title) => !plain.includes(withoutBlanks(title)));
  return [
    ...names.filter((name) => isKnownTo(name, plain, evidence, dictionary)),
    ...titles.filter((title) => sharesScript(title, evidence)),
    ...findMissingChineseNames(compared),
    ...(/\p{Script=Han}/u.test(evidence) ? readLongNames(sentence) : []).filter(
      (name) =>
        queryGroups(name, dictionary).every((group) => matchGroup(group, held) < leastMatch) &&
        !name.split(" ").some((word) => isSpelled(word, plain)),
    ),
  ];
}

/** A wording of one character, which stands in many words, weighs less. */
const leastMatch = 0.3;

const codes = /(?<![\p{L}\p{N}])(?=[A-Za-z\d&+.-]*[A-Z])[A-Za-z][A-Za-z\d&+@-]*[A-Za-z\d+](?![$\p{L}])/gu;

function readNames(sentence: string): string[] {
  const isEnglish = !/\p{Script=Han}/u.test(sentence);
  return [...sentence.matchAll(codes)]
    .filter(({ 0: name, index }) => {
      if (isEnglishStopWord(name) || isEnglishStopWord(name.toLowerCase()) || isMonth(name)) return false;
      return isAcronym(name) || !isEnglish || !/(?:^|[.!?:;"“‘(]\s*)$/.test(sentence.slice(0, index));
    })
    .map(([name]) => name);
}

/** Names of several words; one held word of them is enough, as the others may be translated freely. */
function readLongNames(sentence: string): string[] {
  return [...sentence.matchAll(/\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/gu)]
    .map(([name]) => name.replace(/^\S+ /, (word) => (isEnglishStopWord(word.trim()) ? "" : word)))
    .filter((name) => name.includes(" "));
}

function isAcronym(name: string): boolean {
  return /[A-Z].*[A-Z\d]/.test(name);
}

const titled = /[「『《“"]([^「」『』《》“”"]{2,40})[」』》”"]/gu;

function readTitles(sentence: string): string[] {
  return [...sentence.matchAll(titled)].map(([, title = ""]) => title);
}

/**
 * A Latin name may stand in Chinese lines by its sound or its sense; it is missing only where the dictionary has it
 * as a name, or as an acronym, and the lines have neither.
 */
function isKnownTo(name: string, plain: string, evidence: string, dictionary: Dictionary): boolean {
  if (!/\p{Script=Han}/u.test(evidence)) return true;
  const wordings = dictionary.translateToChinese([fold(name)]).map(({ text }) => text);
  if (wordings.some((text) => plain.includes(text.replace(/^香港/, "")))) return false;
  const [best] = wordings;
  if (best === undefined || !(isAcronym(name) || dictionary.isName(best))) return false;
  return !isSpelled(name, plain);
}

/** Whether the lines write the name by its sound. */
function isSpelled(name: string, plain: string): boolean {
  return spellInChinese(name, (pair) => plain.includes(pair)).length > 0;
}

function sharesScript(title: string, evidence: string): boolean {
  return /\p{Script=Han}/u.test(title) === /\p{Script=Han}/u.test(evidence);
}

function withoutBlanks(text: string): string {
  return fold(text).replace(/[\s\p{P}]+/gu, "");
}
