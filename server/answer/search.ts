import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import type { SearchResponse } from "../api/types.ts";
import { type AnswerParts, titleOf, toResult } from "./ask.ts";
import { nameBySound } from "./names-by-sound.ts";
import { understandQuestion } from "./question.ts";
import { retrieve } from "./retrieve.ts";

export interface SearchRequest {
  readonly query: string;
  readonly limit: number;
  readonly documents?: readonly string[] | undefined;
}

/** The passages that best fit a query, best first. */
export async function search(
  parts: AnswerParts,
  base: KnowledgeBase,
  { query, limit, documents }: SearchRequest,
  signal: AbortSignal,
): Promise<SearchResponse> {
  const question = nameBySound(understandQuestion(query, [], parts.dictionary), base);
  const passages = await retrieve(base, question, parts, { limit, documents, signal });
  return {
    language: question.language,
    passages: passages.map((passage) => toResult({ ...passage, title: titleOf(base, passage) })),
  };
}
