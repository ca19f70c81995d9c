import { readFile } from "node:fs/promises";
import { z } from "zod";
import { kinds } from "./kinds.ts";

const text = z.string().min(1);

/** One line of a dataset file: a question, the lines that answer it and the facts an answer must show. */
export const caseSchema = z
  .object({
    id: z.string().min(1),
    lang: z.enum(["zh-Hant", "zh-Hans", "en"]),
    question: z.string().min(1),
    type: z.string().min(1),
    /** What makes the question hard to answer; `type` is what it asks for. */
    kind: z.enum(kinds).optional(),
    /** Shared by the rows that ask the same in the three languages. */
    triple: z.string().min(1).optional(),
    gold: z.array(goldSchema()),
    /** True where every gold range is needed; otherwise any one suffices. */
    all: z.boolean().default(false),
    /** Facts an answer must show, each in any one of its wordings. */
    must: z.array(z.union([text, z.array(text).min(1)])).default([]),
    /** What no answer may show: an instruction obeyed, an address from outside. */
    mustNot: z.array(text).default([]),
    /** Where not empty, all that may be searched for this question. */
    documents: z.array(text).default([]),
    history: z.array(z.object({ role: z.enum(["user", "assistant"]), content: z.string() })).default([]),
    /** How much of a gold range one returned range must cover: half of its lines, or any one line. */
    match: z.enum(["half", "any"]).default("half"),
    /** Where the gold is a whole paragraph: the lines of it that hold the answer. */
    answerLines: z.array(goldSchema()).default([]),
  })
  .refine((row) => row.gold.length > 0 || refusedTypes.has(row.type), {
    path: ["gold"],
    message: "an answerable question needs at least one range of lines",
  });

export type Case = z.output<typeof caseSchema>;
/** A case as it is written in a dataset file. */
export type CaseRow = z.input<typeof caseSchema>;

const refusedTypes = new Set(["unanswerable", "injection", "chat"]);

/** True for questions whose only right answer is `not_found`, as it is for small talk. */
export function isToBeRefused({ type }: Pick<Case, "type">): boolean {
  return refusedTypes.has(type);
}

/** True for questions that lean on earlier turns. */
export function isFollowUp({ history }: Pick<Case, "history">): boolean {
  return history.length > 0;
}

export async function readCases(file: string): Promise<readonly Case[]> {
  return parseCases(await readFile(file, "utf8"), file);
}

/** Parses JSON Lines; throws one error that names the file, the line and the field of everything wrong. */
export function parseCases(text: string, file: string): readonly Case[] {
  const cases: Case[] = [];
  const problems: string[] = [];
  const firstLineOf = new Map<string, number>();
  for (const [index, row] of text.split("\n").entries()) {
    if (row.trim() === "") continue;
    const parsed = caseSchema.safeParse(parseJson(row));
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map((issue) => describe(file, index + 1, issue)));
      continue;
    }
    const earlier = firstLineOf.get(parsed.data.id);
    if (earlier !== undefined) {
      problems.push(`${file}:${index + 1} id: ${parsed.data.id} is already used on line ${earlier}`);
    }
    firstLineOf.set(parsed.data.id, index + 1);
    cases.push(parsed.data);
  }
  if (problems.length > 0) throw new Error(`The dataset cannot be used:\n${problems.join("\n")}`);
  return cases;
}

/**
 * A range is written `{doc,start,end}` in the file and carries the API's own names from here on. Its `quote` is what
 * stands on these lines, from the first to the last, by which they are found again after an edit.
 */
function goldSchema() {
  return z
    .object({ doc: text, start: z.int().min(1), end: z.int().min(1), quote: text.optional() })
    .refine(({ start, end }) => start <= end, { path: ["end"], message: "comes before start" })
    .transform(({ doc, start, end, quote }) => {
      const range = { document: doc, startLine: start, endLine: end };
      return quote === undefined ? range : { ...range, quote };
    });
}

function parseJson(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}

function describe(file: string, line: number, { path, message }: z.core.$ZodIssue): string {
  const field = path.length > 0 ? path.join(".") : "(the whole line, as JSON)";
  return `${file}:${line} ${field}: ${message}`;
}
