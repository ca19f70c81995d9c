/** The shapes of stored conversations as schemas; `satisfies` keeps them and server/api/conversations.ts together. */
import { z } from "@hono/zod-openapi";
import type {
  CitationPlace,
  ConversationList,
  ConversationSummary,
  Feedback,
  FeedbackList,
  QuotedLines,
  QuotePlace,
  StoredConversation,
  StoredTurn,
} from "../api/conversations.ts";
import { answerSchema } from "./response-schemas.ts";

const line = z.int().min(1);
const time = z.iso.datetime();

export const conversationSummarySchema = z
  .object({ id: z.string(), title: z.string(), createdAt: time, updatedAt: time })
  .openapi("ConversationSummary") satisfies z.ZodType<ConversationSummary>;

export const conversationListSchema = z
  .object({ conversations: z.array(conversationSummarySchema), next: z.string().nullable() })
  .openapi("ConversationList") satisfies z.ZodType<ConversationList>;

export const feedbackSchema = z
  .object({ rating: z.enum(["up", "down"]), reason: z.string().nullable() })
  .openapi("Feedback") satisfies z.ZodType<Feedback>;

const count = z.int().min(0);

export const feedbackListSchema = z
  .object({
    items: z.array(
      z.object({
        answer: answerSchema,
        askedAt: time,
        feedback: feedbackSchema.nullable(),
        history: z.array(z.object({ role: z.enum(["user", "assistant"]), content: z.string() })),
      }),
    ),
    counts: z.object({ down: count, up: count, unanswered: count }),
    next: z.string().nullable(),
  })
  .openapi("FeedbackList") satisfies z.ZodType<FeedbackList>;

const standing = {
  status: z.enum(["same", "moved"]),
  startLine: line,
  endLine: line,
  page: line.nullable(),
  url: z.string(),
};
const gone = { status: z.literal("gone") };

export const quotePlaceSchema = z
  .discriminatedUnion("status", [z.object(standing), z.object(gone)])
  .openapi("QuotePlace") satisfies z.ZodType<QuotePlace>;

const citationPlace = z.discriminatedUnion("status", [
  z.object({ marker: line, ...standing }),
  z.object({ marker: line, ...gone }),
]) satisfies z.ZodType<CitationPlace>;

export const storedConversationSchema = z
  .object({
    ...conversationSummarySchema.shape,
    turns: z.array(
      z
        .object({
          id: z.string(),
          question: z.string(),
          documents: z.array(z.string()),
          isEdited: z.boolean(),
          askedAt: time,
          status: z.enum(["answered", "aborted", "failed"]),
          text: z.string(),
          answer: answerSchema.nullable(),
          places: z.array(citationPlace).nullable(),
          feedback: feedbackSchema.nullable(),
        })
        .openapi("StoredTurn") satisfies z.ZodType<StoredTurn>,
    ),
  })
  .openapi("StoredConversation") satisfies z.ZodType<StoredConversation>;

const mostCharacters = 200;
const once = (schema: z.ZodString) => z.tuple([schema]).transform(([value]) => value);

const partOfList = {
  before: once(z.string().regex(/^\d{1,15}\.[\w-]{1,64}$/, "give the `next` of the part before")).optional(),
  limit: once(z.string().regex(/^(?:[1-9]\d?|100)$/, "give a whole number from 1 to 100"))
    .transform(Number)
    .default(50),
};

/** Parameters as `queries()` gives them: each may stand once. */
export const listQuerySchema = z.strictObject({
  query: once(z.string().max(mostCharacters)).optional(),
  ...partOfList,
});

export const feedbackQuerySchema = z.strictObject({
  kind: once(z.string())
    .pipe(z.enum(["down", "up", "unanswered"], "give one of down, up, unanswered"))
    .default("down"),
  ...partOfList,
});

export const renameRequestSchema = z
  .strictObject({ title: z.string().trim().min(1).max(mostCharacters) })
  .openapi("RenameRequest");

export const feedbackRequestSchema = z
  .strictObject({
    rating: z.enum(["up", "down"]),
    reason: z.string().trim().max(2000).optional(),
  })
  .openapi("FeedbackRequest");

export const quotedLinesSchema = z
  .strictObject({
    document: z.string().min(1).max(1000),
    startLine: line,
    endLine: line,
    quote: z.string().max(20_000).regex(/\S/, "give the words of the quote"),
  })
  .refine(({ startLine, endLine }) => startLine <= endLine, "line_range_invalid")
  .openapi("QuotedLines") satisfies z.ZodType<QuotedLines>;
