import type { DocumentSummary, KnowledgeBase } from "../../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { phraseWords } from "../../../ingest/language/phrase.ts";

/** What a question says about where its answer stands. */
export interface NamedDocuments {
  /** Documents whose organisation, and year and month where it gives those too, the question names; none for no such name. */
  readonly documents: ReadonlySet<string>;
  /** Whether it names more than one: organisations, or dates of one's documents. */
  readonly areSeveral: boolean;
  /** Years it gives for a document of an organisation, of which none of that year is held; none where any year is. */
  readonly missingYears: readonly number[];
}

export function findNamedDocuments(
  question: string,
  base: KnowledgeBase,
  dictionary: Dictionary,
): NamedDocuments {
  const names = namesOf(base, dictionary);
  const chinese = fold(question).replace(/\s+/g, "");
  const english = ` ${phraseWords(question).join(" ")} `;
  const ofOrganisation = names.filter(
    (name) =>
      name.chinese.some((wording) => chinese.includes(wording)) ||
      name.english.some((wording) => english.includes(` ${wording} `)),
  );
  const years = readYears(question);
  const candidates =
    ofOrganisation.length > 0 ? ofOrganisation : speaksOfDocuments.test(chinese) ? names : [];
  const months = readMonths(chinese);
  const ofDate = (some: readonly Name[]) => {
    const ofYear = narrow(some, ({ year }) => year !== null && years.includes(year));
    return narrow(ofYear, ({ months: held }) => months.some((month) => held.includes(month)));
  };
  // Of two organisations each may be named with a year of its own.
  const organisations = new Set(ofOrganisation.map(({ organisation }) => organisation));
  const fittingEach =
    organisations.size > 1
      ? [...organisations].map((one) => ofDate(ofOrganisation.filter((name) => name.organisation === one)))
      : [ofDate(candidates)];
  const fitting = fittingEach.flat();
  const datesOf = (some: readonly Name[]) =>
    new Set(
      some.map((name) =>
        [years, months]
          .map((dates, at) =>
            dates.filter((date) => (at === 0 ? date === name.year : name.months.includes(date))),
          )
          .join(),
      ),
    );
  const named = ofOrganisation.length > 0 || fitting.length < candidates.length ? fitting : [];
  return {
    documents: new Set(named.map(({ id }) => id)),
    areSeveral:
      named.length > 0 && (fittingEach.length > 1 || fittingEach.some((some) => datesOf(some).size > 1)),
    missingYears: ofOrganisation.some(({ year }) => year !== null && years.includes(year))
      ? []
      : ofOrganisation.length > 0
        ? readDocumentYears(chinese)
        : [],
  };
}

const speaksOfDocuments =
  /建议书|意见书|施政报告|[那这嗰][份]|年份|文件|报告|submission|paper|policyaddress|document/;

/** Years said of a document, in folded text without blanks: 2023年施政报告, 2025PolicyAddress. */
function readDocumentYears(folded: string): number[] {
  return [...folded.matchAll(documentYear)].map(([, year]) => Number(year));
}

const documentYear =
  /(?<!\d)((?:19|20)\d{2})(?!\d)(?:年)?(?:的|嘅|嗰|那)?(?:份|《?施政报告|建议书|意见书|文件|policyaddress|submission|paper)/g;

/** Those that fit; all of them where none does. */
function narrow<Item>(items: readonly Item[], fits: (item: Item) => boolean): readonly Item[] {
  const fitting = items.filter(fits);
  return fitting.length > 0 ? fitting : items;
}

export function readYears(text: string): number[] {
  return [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year));
}

const monthNames =
  "january february march april may june july august september october november december".split(" ");

/** Months named in folded text without blanks. */
function readMonths(folded: string): number[] {
  const numbers = [...folded.matchAll(/(\d{1,2})月/g)].map(([, month]) => Number(month));
  const characters = [..."一二三四五六七八九"].flatMap((character, index) =>
    new RegExp(`(?<!十)${character}月`).test(folded) ? [index + 1] : [],
  );
  const words = monthNames.flatMap((name, index) => (folded.includes(name) ? [index + 1] : []));
  return [...numbers, ...characters, ...words];
}

interface Name {
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

const known = new WeakMap<KnowledgeBase, readonly Name[]>();

function namesOf(base: KnowledgeBase, dictionary: Dictionary): readonly Name[] {
  const names = known.get(base) ?? base.documents().map((document) => nameOf(document, dictionary));
  known.set(base, names);
  return names;
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
