import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { DocumentSummary, KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import type { FoundPlaces } from "../api/documents.ts";
import { parseInput } from "../http/parse-input.ts";
import { findWords } from "../lines/find-words.ts";

/** Where the words that are asked for stand in a document. */
export async function documentFind(
  base: KnowledgeBase,
  document: DocumentSummary,
  { req }: Context,
): Promise<FoundPlaces> {
  const { query } = parseInput(findQuerySchema, req.queries());
  return findWords(base, document, query, req.raw.signal);
}

const findQuerySchema = z.strictObject({
  query: z
    .tuple([z.string().max(200, "give at most 200 characters").regex(/\S/, "give the words to find")])
    .transform(([query]) => query),
});
