import type { AskRequest } from "../../api/types.ts";
import { toModelFault } from "./model-fault.ts";
import type { ModelParts } from "./model-parts.ts";
import { briefly } from "./patience.ts";
import { rewritePrompt } from "./prompt.ts";
import { readReply } from "./stream-reply.ts";

const maxTokens = 200;
const longestQuestion = 500;

/** A follow-up worded to stand alone; null for a first question, and where the model does not manage it. */
export async function rewriteQuestion(
  parts: ModelParts,
  { question, history = [] }: AskRequest,
  signal: AbortSignal,
): Promise<string | null> {
  if (history.length === 0) return null;
  try {
    const brief = { ...parts, patience: briefly(parts.patience) };
    const reply = await readReply(brief, rewritePrompt(question, history), { signal, maxTokens });
    const rewritten = reply.replace(/<think>[\s\S]*?<\/think>/, "").trim();
    const isQuestion = rewritten !== "" && !rewritten.includes("\n") && rewritten.length <= longestQuestion;
    return isQuestion ? rewritten : null;
  } catch (error) {
    signal.throwIfAborted();
    parts.report(toModelFault(error));
    return null;
  }
}
