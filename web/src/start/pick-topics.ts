import type { PassageResult } from "../../../server/api/types.ts";
import { cleanHeading, isGeneric } from "./clean-heading.ts";

type Found = Pick<PassageResult, "title" | "headings">;

/** Subjects to ask about: the deepest headings of the passages found, the documents taking turns. */
export function pickTopics(documents: readonly (readonly Found[])[], count: number): readonly string[] {
  const queues = documents.map((passages) => passages.map(readTopic).filter((topic) => topic !== null));
  const longest = Math.max(0, ...queues.map((topics) => topics.length));
  const turns = Array.from({ length: longest }, (_, turn) => queues.flatMap((topics) => topics[turn] ?? []));
  return [...new Set(turns.flat())].slice(0, count);
}

export function readTopic({ title, headings }: Found): string | null {
  const deepest = headings.at(-1);
  if (deepest === undefined || headings.some(isGeneric)) return null;
  const topic = cleanHeading(deepest);
  return topic === null || isPartOfTitle(topic, title) ? null : topic;
}

function isPartOfTitle(topic: string, title: string): boolean {
  const plain = (text: string) => text.replace(/\s/g, "");
  return plain(title).includes(plain(topic));
}
