import type { Answer, Language, PassageResult } from "../../../../server/api/types.ts";
import { readTopic } from "../../start/pick-topics.ts";

type Place = Pick<PassageResult, "document" | "startLine" | "endLine">;

export interface FollowUpOptions {
  /** Subjects in the reader's language come before those in the other. */
  readonly reader: Language;
  readonly count: number;
}

/** Subjects to ask about next: headings near what the answer cites, the nearest first, none of what it speaks of already. */
export function pickFollowUps(
  passages: readonly PassageResult[],
  answer: Pick<Answer, "question" | "citations" | "closest">,
  { reader, count }: FollowUpOptions,
): readonly string[] {
  const shown: readonly Place[] = answer.citations.length > 0 ? answer.citations : answer.closest;
  const topics = [...passages]
    .sort((first, second) => distance(first, shown) - distance(second, shown))
    .flatMap((passage) => readTopic(passage) ?? []);
  const answered = passages
    .filter((passage) => distance(passage, shown) === 0)
    .flatMap(({ headings }) => headings);
  const known = plain([answer.question, ...answered].join("\n"));
  const isForeign = (topic: string) => /\p{Script=Han}/u.test(topic) === (reader === "en");
  return [...new Set(topics)]
    .filter((topic) => !known.includes(plain(topic)))
    .sort((first, second) => Number(isForeign(first)) - Number(isForeign(second)))
    .slice(0, count);
}

/** Lines between a passage and the nearest place of its document that is shown. */
function distance({ document, startLine, endLine }: Place, shown: readonly Place[]): number {
  const gaps = shown
    .filter((place) => place.document === document)
    .map((place) => Math.max(0, startLine - place.endLine, place.startLine - endLine));
  return Math.min(Number.MAX_SAFE_INTEGER, ...gaps);
}

function plain(text: string): string {
  return text.replace(/\s/g, "").toLowerCase();
}
