import type { Dictionary } from "../../ingest/language/dictionary.ts";
import type { AskRequest } from "../api/types.ts";
import type { ModelParts } from "./model/model-parts.ts";
import { rewriteQuestion } from "./model/rewrite-question.ts";
import { type Question, understandQuestion } from "./question.ts";

interface UnderstandParts {
  readonly dictionary: Dictionary;
  readonly model: ModelParts | null;
}

/** The question as the search sees it; with a model, a follow-up is first worded so that it stands alone. */
export async function understand(
  { dictionary, model }: UnderstandParts,
  request: AskRequest,
  signal: AbortSignal,
): Promise<Question> {
  const asked = understandQuestion(request.question, request.history ?? [], dictionary);
  const rewritten = model && (await rewriteQuestion(model, request, signal));
  return rewritten ? { ...understandQuestion(rewritten, [], dictionary), language: asked.language } : asked;
}
