import { z } from "@hono/zod-openapi";
import type { AskRequest, SearchRequest } from "../api/types.ts";
import type { ProblemCode } from "../http/problem.ts";

const maxQuestionInCharacters = 2000;
const maxTurns = 20;
const maxTurnInCharacters = 4000;

const documents = z
  .array(z.string().min(1).max(1000))
  .min(1)
  .max(1000)
  .optional()
  .openapi({ description: "Ids of the only documents to use; every document if left out." });

const history = z
  .array(
    z.strictObject({
      role: z.enum(["user", "assistant"]),
      content: z.string().max(maxTurnInCharacters),
    }),
  )
  .max(maxTurns)
  .optional()
  .openapi({ description: "The turns before the question, oldest first." });

export const searchRequestSchema = z
  .strictObject({
    query: words("query_empty", "query_too_long"),
    limit: z.int().min(1).max(50).default(10),
    history,
    documents,
    script: z.enum(["zh-Hant", "zh-Hans"]).optional().openapi({
      description: "The Chinese script of titles and headings; the text stays as it stands in the document.",
    }),
    explain: z.boolean().optional().openapi({ description: "Whether each passage says why it was found." }),
  })
  .openapi("SearchRequest") satisfies z.ZodType<SearchRequest>;

export const askRequestSchema = z
  .strictObject({
    question: words("question_empty", "question_too_long"),
    conversation: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .optional()
      .openapi({ description: "The conversation to go on with; a new one is begun if left out." }),
    history,
    documents,
    replaces: z.string().min(1).max(64).optional().openapi({
      description:
        "The id of an earlier answer of the conversation whose place this one takes; one that was rated stays.",
    }),
  })
  .openapi("AskRequest") satisfies z.ZodType<AskRequest>;

/** Text with something to see in it: blanks, control characters and zero-width marks alone do not count. */
function words(empty: ProblemCode, tooLong: ProblemCode) {
  return z
    .string()
    .trim()
    .refine((text) => /[^\p{Z}\p{Cc}\p{Cf}]/u.test(text), empty)
    .max(maxQuestionInCharacters, tooLong)
    .openapi({ minLength: 1 });
}
