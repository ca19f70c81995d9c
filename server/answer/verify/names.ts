import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { queryGroups } from "../../../ingest/language/query-terms.ts";
import { isEnglishStopWord } from "../../../ingest/language/stop-words.ts";
import { indexTerms } from "../../../ingest/language/tokens.ts";
import { matchGroup } from "../match.ts";

interface Compared {
  readonly sentence: string;
  readonly evidence: string;
  readonly question: string;
  readonly dictionary: Dictionary;
}

/**
 * Names of the sentence that neither the evidence nor the question holds, in any wording the dictionary knows:
 * words in capitals or beside digits, capitalised words inside an English sentence, and quoted titles.
 */
export function findMissingNames({ sentence, evidence, question, dictionary }: Compared): string[] {
  const held = indexTerms(`${evidence}\n${question}`);
  const plain = withoutBlanks(`${evidence}\n${question}`);
  const names = readNames(sentence).filter((name) => {
    const groups = queryGroups(name, dictionary);
    return groups.length > 0 && !groups.some((group) => matchGroup(group, held) > 0);
  });
  const titles = readTitles(sentence).filter((title) => !plain.includes(withoutBlanks(title)));
  return [
    ...names.filter((name) => isKnownTo(name, evidence, dictionary)),
    ...titles.filter((title) => sharesScript(title, evidence)),
  ];
}

const codes = /(?<![\p{L}\p{N}])(?=[A-Za-z\d&+.-]*[A-Z])[A-Za-z][A-Za-z\d&+@-]*[A-Za-z\d+]/gu;

function readNames(sentence: string): string[] {
  const isEnglish = !/\p{Script=Han}/u.test(sentence);
  return [...sentence.matchAll(codes)]
    .filter(({ 0: name, index }) => {
      if (isEnglishStopWord(name) || isEnglishStopWord(name.toLowerCase())) return false;
      const isAcronym = /[A-Z].*[A-Z\d]/.test(name);
      return isAcronym || !isEnglish || !/(?:^|[.!?:;"“‘(]\s*)$/.test(sentence.slice(0, index));
    })
    .map(([name]) => name);
}

const titled = /[「『《“"]([^「」『』《》“”"]{2,40})[」』》”"]/gu;

function readTitles(sentence: string): string[] {
  return [...sentence.matchAll(titled)].map(([, title = ""]) => title);
}

/** A Latin name may stand transliterated in Chinese lines; it is missing only where the dictionary would know it. */
function isKnownTo(name: string, evidence: string, dictionary: Dictionary): boolean {
  if (!/\p{Script=Han}/u.test(evidence)) return true;
  const groups = queryGroups(name, dictionary);
  return groups.some(({ alternatives }) =>
    alternatives.some(({ terms }) => terms.some((term) => /\p{Script=Han}/u.test(term))),
  );
}

function sharesScript(title: string, evidence: string): boolean {
  return /\p{Script=Han}/u.test(title) === /\p{Script=Han}/u.test(evidence);
}

function withoutBlanks(text: string): string {
  return fold(text).replace(/[\s\p{P}]+/gu, "");
}
