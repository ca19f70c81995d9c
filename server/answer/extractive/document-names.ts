import type { DocumentSummary, KnowledgeBase } from "../../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { phraseWords } from "../../../ingest/language/phrase.ts";
import { monthNames } from "../verify/months.ts";

/** What a question may call a document by. */
export interface Name {
  readonly id: string;
  /** What its organisation is known by here, in the document's own text or in its title; its id where in neither. */
  readonly organisation: string;
  readonly year: number | null;
  readonly months: readonly number[];
  /** Folded wordings, without blanks. */
  readonly chinese: readonly string[];
  /** Stemmed words joined by blanks. */
  readonly english: readonly string[];
}

/** The names of all documents; many share theirs, so that each wording is looked for once. */
export interface Names {
  readonly names: readonly Name[];
  readonly chineseWordings: readonly string[];
  readonly englishWordings: readonly string[];
}

const known = new WeakMap<KnowledgeBase, Names>();

export function namesOf(base: KnowledgeBase, dictionary: Dictionary): Names {
  const names = known.get(base) ?? gatherNames(base, dictionary);
  known.set(base, names);
  return names;
}

function gatherNames(base: KnowledgeBase, dictionary: Dictionary): Names {
  const names = base.documents().map((document) => nameOf(document, dictionary));
  return {
    names,
    chineseWordings: [...new Set(names.flatMap(({ chinese }) => chinese))],
    englishWordings: [...new Set(names.flatMap(({ english }) => english))],
  };
}

/** The organisation's names, those its title holds, and what the dictionary also calls them. */
function nameOf(document: DocumentSummary, dictionary: Dictionary): Name {
  const { id, year, organisation, aliases, title, date } = document;
  const own = [...(organisation === null ? [] : [organisation]), ...aliases];
  const inTitle = dictionary
    .longestMatches(fold(title))
    .map(({ word }) => word)
    .filter((word) => isOrganisation(word, dictionary));
  const concepts = [...own.map((name) => fold(name).replace(/\s+/g, "")), ...inTitle].flatMap((name) => [
    ...dictionary.concepts(name),
    ...dictionary.concepts(phraseWords(name).join(" ")),
  ]);
  return {
    id,
    organisation: organisation ?? inTitle[0] ?? id,
    year,
    months: readMonths(fold(`${date ?? ""}${title}`).replace(/\s+/g, "")),
    chinese: [
      ...own.map((name) => fold(name).replace(/\s+/g, "")),
      ...inTitle,
      ...concepts.flatMap(({ zh }) => zh),
    ],
    english: [
      ...own.map((name) => phraseWords(name).join(" ")),
      ...concepts.flatMap(({ en }) => en.map((words) => words.join(" "))),
    ].filter((wording) => wording !== ""),
  };
}

/** A word the dictionary translates by initials as well as by the words they stand for is a name. */
function isOrganisation(word: string, dictionary: Dictionary): boolean {
  return dictionary.concepts(word).some(({ en }) => {
    const initials = en.filter((words) => words.length === 1 && (words[0]?.length ?? 0) <= 6);
    return initials.some(([name = ""]) =>
      en.some((words) => words.length >= 3 && words.some(([first]) => first === name[0])),
    );
  });
}

/** Months named in folded text without blanks. */
export function readMonths(folded: string): number[] {
  const numbers = [...folded.matchAll(/(\d{1,2})月/g)].map(([, month]) => Number(month));
  const characters = [..."一二三四五六七八九"].flatMap((character, index) =>
    new RegExp(`(?<!十)${character}月`).test(folded) ? [index + 1] : [],
  );
  const words = monthNames.flatMap((name, index) => (folded.includes(name) ? [index + 1] : []));
  return [...numbers, ...characters, ...words];
}
