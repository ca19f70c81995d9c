import { createHash } from "node:crypto";
import { createRandom } from "../bench/random.ts";
import { type JudgedClaim, type JudgeReply, type JudgeVerdict, replySchema, writePrompt } from "./prompt.ts";

/** Split where the passes did not agree, and void where no pass gave a reply that could be used. */
export type Judgement = JudgeVerdict | "undecided" | "void";

export interface JudgeParts {
  readonly model: string;
  /** The reply to a prompt, word for word. */
  readonly complete: (messages: ReturnType<typeof writePrompt>) => Promise<string>;
  readonly recorded: RecordedReplies;
}

/** Replies by the hash of model and prompt. */
export interface RecordedReplies {
  get(key: string): string | undefined;
  set(key: string, reply: string): void;
}

/**
 * Two passes with the lines in different order, and a third where they disagree: a judge that looks at where a line
 * stands gives itself away (Zheng et al. 2023, section 3.4). A reply that names lines that were not shown, or is no
 * such JSON, is asked for once more and then void.
 */
export async function judgeClaim(parts: JudgeParts, claim: JudgedClaim): Promise<Judgement> {
  const first = await judgeOnce(parts, claim, 1);
  const second = await judgeOnce(parts, claim, 2);
  if (first === second) return first ?? "void";
  const third = await judgeOnce(parts, claim, 3);
  const agreed = [first, second].find((verdict) => verdict === third && verdict !== null);
  return agreed ?? (first === null && second === null && third === null ? "void" : "undecided");
}

async function judgeOnce(parts: JudgeParts, claim: JudgedClaim, pass: number): Promise<JudgeVerdict | null> {
  const lines = claim.lines.map((text, index) => ({ number: index + 1, text }));
  const messages = writePrompt(claim, shuffle(lines, pass));
  for (const attempt of [1, 2]) {
    const key = hashOf([parts.model, messages, pass, attempt]);
    const recorded = parts.recorded.get(key);
    const text = recorded ?? (await parts.complete(messages));
    if (recorded === undefined) parts.recorded.set(key, text);
    const reply = readReply(text, lines.length);
    if (reply !== null) return reply.verdict;
  }
  return null;
}

/** Null for what is no usable verdict: other text, evidence that does not exist, a verdict for the claim without any. */
function readReply(text: string, lineCount: number): JudgeReply | null {
  const json = /\{[\s\S]*\}/.exec(text)?.[0] ?? "";
  try {
    const reply = replySchema.parse(JSON.parse(json));
    const isShown = reply.evidence_lines.every((line) => line >= 1 && line <= lineCount);
    const needsEvidence = reply.verdict === "supported" || reply.verdict === "partial";
    return isShown && !(needsEvidence && reply.evidence_lines.length === 0) ? reply : null;
  } catch {
    return null;
  }
}

/** Fisher and Yates, the same for the same pass. */
function shuffle<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const random = createRandom(seed);
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const held = shuffled[index] as Item;
    shuffled[index] = shuffled[other] as Item;
    shuffled[other] = held;
  }
  return shuffled;
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
