import { z } from "@hono/zod-openapi";
import type { ExplainedTerm, Explanation } from "../api/explanation.ts";

const share = z.number().min(0).max(1);

const term = z
  .object({
    term: z.string().openapi({ description: "As it stands in the question or in an earlier turn." }),
    origin: z.enum(["question", "earlier"]),
    share: share.openapi({ description: "Of everything the question looks for." }),
    wordings: z.array(
      z.object({
        text: z.string().openapi({ description: "Verbatim; words that stand apart are joined by “…”." }),
        kind: z.enum(["written", "form", "synonym", "translation"]),
        place: z.enum(["text", "heading", "title", "organisation", "alias", "date"]),
        weight: share,
      }),
    ),
  })
  .openapi("ExplainedTerm") satisfies z.ZodType<ExplainedTerm>;

export const explanationSchema = z
  .object({
    features: z
      .array(
        z.object({
          name: z.enum(["lexical", "dense", "alignment", "sentence", "heading", "document", "run", "rerank"]),
          value: share,
          weight: share,
          share,
        }),
      )
      .openapi({ description: "What the score is made of: value times weight, summed, is the score." }),
    matches: z.array(term),
    unmatched: z.array(z.string()),
    naming: z.array(term).openapi({ description: "Words of the question that name the document." }),
  })
  .openapi("Explanation") satisfies z.ZodType<Explanation>;
