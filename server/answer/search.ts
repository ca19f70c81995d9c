import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import type { SearchRequest, SearchResponse } from "../api/types.ts";
import { type AnswerParts, titleOf, toResult } from "./ask.ts";
import { createExplainer } from "./explain/explain.ts";
import { nameBySound } from "./names-by-sound.ts";
import { understandQuestion } from "./question.ts";
import { retrieve } from "./retrieve.ts";

/** The passages that best fit a query, best first; each with why, where that is asked for. */
export async function search(
  parts: AnswerParts,
  base: KnowledgeBase,
  { query, limit, documents, history, explain }: SearchRequest,
  signal: AbortSignal,
): Promise<SearchResponse> {
  const question = nameBySound(understandQuestion(query, history ?? [], parts.dictionary), base);
  const passages = await retrieve(base, question, parts, { limit, documents, signal });
  const explainPassage = explain ? createExplainer(question, base) : null;
  return {
    language: question.language,
    passages: passages.map((passage) => ({
      ...toResult({ ...passage, title: titleOf(base, passage) }),
      ...(explainPassage ? { explanation: explainPassage(passage) } : {}),
    })),
  };
}
