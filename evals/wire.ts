import { z } from "zod";

/** The parts of the API's replies that are scored; a reply without them is an errored run, not a low score. */

const range = z.object({ document: z.string(), startLine: z.int(), endLine: z.int() });
const passages = z.array(range.extend({ score: z.number() }));

export const searchReply = z.object({ passages });
export const retrievedEvent = z.object({ passages });
export const answerReply = z.object({
  status: z.enum(["answered", "not_found"]),
  text: z.string(),
  language: z.string(),
  mode: z.string(),
  citations: z.array(range.extend({ marker: z.int(), quote: z.string() })),
  conflicts: z
    .array(z.object({ sides: z.array(z.object({ value: z.string(), citations: z.array(z.int()) })) }))
    .optional(),
});
export const linesReply = z.object({ lines: z.array(z.object({ number: z.int(), text: z.string() })) });
export const readyReply = z.object({
  ready: z.boolean(),
  message: z.string(),
  documents: z.int(),
  passages: z.int(),
  generation: z.string().nullable(),
  model: z.string().nullable(),
});
export const problemReply = z.object({ title: z.string(), code: z.string() });

export type FoundPassage = z.output<typeof passages>[number];
export type FoundAnswer = z.output<typeof answerReply>;
export type ServerState = z.output<typeof readyReply>;
