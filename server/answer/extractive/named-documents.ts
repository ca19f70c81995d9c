import type { KnowledgeBase } from "../../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { phraseWords } from "../../../ingest/language/phrase.ts";
import { type Name, type Names, namesOf, readMonths } from "./document-names.ts";

/** What a question says about where its answer stands. */
export interface NamedDocuments {
  /** Documents whose organisation, and year and month where it gives those too, the question names; none for no such name. */
  readonly documents: ReadonlySet<string>;
  /** Whether it names more than one: organisations, or dates of one's documents. */
  readonly areSeveral: boolean;
  /** Years it gives for a document of an organisation, of which none of that year is held; none where any year is. */
  readonly missingYears: readonly number[];
}

/** One answer asks several times, of its question and of what that is searched as: what was found last is kept. */
export function findNamedDocuments(
  question: string,
  base: KnowledgeBase,
  dictionary: Dictionary,
): NamedDocuments {
  const asked = askedOf.get(base) ?? new Map<string, NamedDocuments>();
  const found = asked.get(question) ?? findAmong(namesOf(base, dictionary), question);
  asked.delete(question);
  asked.set(question, found);
  if (asked.size > mostQuestions) asked.delete(asked.keys().next().value ?? "");
  askedOf.set(base, asked);
  return found;
}

/** By question, that of the last one last. */
const askedOf = new WeakMap<KnowledgeBase, Map<string, NamedDocuments>>();
const mostQuestions = 32;

function findAmong({ names, chineseWordings, englishWordings }: Names, question: string): NamedDocuments {
  const chinese = fold(question).replace(/\s+/g, "");
  const english = ` ${phraseWords(question).join(" ")} `;
  const inChinese = new Set(chineseWordings.filter((wording) => chinese.includes(wording)));
  const inEnglish = new Set(englishWordings.filter((wording) => english.includes(` ${wording} `)));
  const ofOrganisation =
    inChinese.size + inEnglish.size === 0
      ? []
      : names.filter(
          (name) =>
            name.chinese.some((wording) => inChinese.has(wording)) ||
            name.english.some((wording) => inEnglish.has(wording)),
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
