/** The shapes of server/api as schemas, for the OpenAPI document; `satisfies` keeps the two together. */
import { z } from "@hono/zod-openapi";
import type {
  DocumentLines,
  DocumentListItem,
  DocumentOutline,
  FoundPlaces,
  IngestReport,
  SourceReport,
} from "../api/documents.ts";
import type {
  Answer,
  AnswerSentence,
  Citation,
  Conflict,
  PassageResult,
  Readiness,
  SearchResponse,
} from "../api/types.ts";
import { explanationSchema } from "./explanation-schema.ts";

const language = z.enum(["zh-Hant", "zh-Hans", "en"]);
const line = z.int().min(1);

const passage = z
  .object({
    document: z.string(),
    title: z.string(),
    headings: z.array(z.string()),
    startLine: line,
    endLine: line,
    text: z.string(),
    score: z.number(),
  })
  .openapi("Passage") satisfies z.ZodType<PassageResult>;

const citation = z
  .object({
    marker: z.int().min(1),
    document: z.string(),
    title: z.string(),
    startLine: line,
    endLine: line,
    page: line.nullable(),
    quote: z.string().openapi({ description: "Verbatim from the lines, whitespace aside." }),
    url: z.string().openapi({ example: "/sources/a/b.txt#L12-L14" }),
  })
  .openapi("Citation") satisfies z.ZodType<Citation>;

const sentence = z
  .object({
    text: z.string(),
    citations: z.array(z.int().min(1)),
    verdict: z.enum(["supported", "partial", "unsupported"]),
  })
  .openapi("AnswerSentence") satisfies z.ZodType<AnswerSentence>;

const conflict = z
  .object({ sides: z.array(z.object({ value: z.string(), citations: z.array(z.int().min(1)) })) })
  .openapi("Conflict", {
    description: "One figure or date for which cited documents give different values.",
  }) satisfies z.ZodType<Conflict>;

export const answerSchema = z
  .object({
    id: z.string(),
    conversation: z.string(),
    question: z.string(),
    language,
    status: z.enum(["answered", "not_found"]),
    text: z.string().openapi({ description: "Running text with markers such as [1]." }),
    citations: z.array(citation),
    sentences: z.array(sentence),
    closest: z.array(passage).openapi({ description: "The nearest passages when nothing answers." }),
    mode: z.enum(["extractive", "model"]),
    model: z.string().nullable(),
    notice: z
      .enum([
        "model_unavailable",
        "answer_interrupted",
        "answer_too_long",
        "content_filtered",
        "model_refused",
        "other_language",
      ])
      .exactOptional()
      .openapi({ description: "What is out of the ordinary about how the answer came about." }),
    conflicts: z
      .array(conflict)
      .exactOptional()
      .openapi({ description: "Where cited documents do not agree; the text says so as well." }),
    timings: z.object({ retrieveMs: z.number(), firstTokenMs: z.number(), totalMs: z.number() }),
  })
  .openapi("Answer") satisfies z.ZodType<Answer>;

export const searchResponseSchema = z
  .object({
    language,
    passages: z.array(passage.extend({ explanation: explanationSchema.optional() }).openapi("FoundPassage")),
  })
  .openapi("SearchResponse") satisfies z.ZodType<SearchResponse>;

export const documentListSchema = z
  .object({
    documents: z.array(
      z
        .object({
          id: z.string().openapi({ example: "a/b.txt" }),
          title: z.string(),
          organisation: z.string().nullable(),
          year: z.int().nullable(),
          language,
          lineCount: z.int().min(0),
        })
        .openapi("DocumentListItem") satisfies z.ZodType<DocumentListItem>,
    ),
  })
  .openapi("DocumentList");

export const documentLinesSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    language,
    lineCount: z.int().min(0),
    lines: z.array(z.object({ number: line, text: z.string(), page: line.nullable() })),
  })
  .openapi("DocumentLines") satisfies z.ZodType<DocumentLines>;

export const documentOutlineSchema = z
  .object({
    id: z.string(),
    headings: z.array(z.object({ line, level: z.int().min(1), text: z.string() })),
  })
  .openapi("DocumentOutline") satisfies z.ZodType<DocumentOutline>;

const offset = z.int().min(0).openapi({ description: "In UTF-16 units, from the start of the line." });

export const foundPlacesSchema = z
  .object({
    places: z.array(z.object({ startLine: line, start: offset, endLine: line, end: offset })),
    isComplete: z.boolean().openapi({ description: "False where there are more places than are listed." }),
  })
  .openapi("FoundPlaces") satisfies z.ZodType<FoundPlaces>;

export const readinessSchema = z
  .object({
    ready: z.boolean(),
    reason: z.enum(["ok", "corpus_missing", "corpus_empty", "ingesting", "no_index", "shutting_down"]),
    message: z.string(),
    documents: z.int().min(0),
    passages: z.int().min(0),
    generation: z.string().nullable(),
    model: z.string().nullable(),
    storageFailures: z.int().min(0).openapi({
      description: "Times since the start that a conversation could not be stored or read.",
    }),
    modelState: z.enum(["ready", "failing"]).nullable(),
  })
  .openapi("Readiness") satisfies z.ZodType<Readiness>;

const sourceReportSchema = z.discriminatedUnion("status", [
  z.object({
    id: z.string(),
    status: z.literal("read"),
    title: z.string(),
    lines: z.int().min(0),
    furniture: z.int().min(0),
    sentences: z.int().min(0),
    passages: z.int().min(0),
    warnings: z.array(z.object({ code: z.string(), message: z.string(), line: line.optional() })),
  }),
  z.object({ id: z.string(), status: z.literal("refused"), code: z.string(), message: z.string() }),
]) satisfies z.ZodType<SourceReport>;

export const ingestReportSchema = z
  .object({
    generation: z.string(),
    createdAt: z.iso.datetime(),
    tookMs: z.number(),
    sources: z.array(sourceReportSchema),
  })
  .openapi("IngestReport") satisfies z.ZodType<IngestReport>;

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string().openapi({ description: "Says what to do." }),
    status: z.int(),
    code: z.string().openapi({ description: "A stable word for programs." }),
    detail: z.string().optional(),
  })
  .openapi("Problem");
