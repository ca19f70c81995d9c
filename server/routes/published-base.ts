import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { ProblemError } from "../http/problem.ts";
import type { AppParts } from "./parts.ts";

/** The generation to answer this request from; a request without one is refused. */
export async function publishedBase({
  knowledge,
  closing,
  draining,
}: Pick<AppParts, "knowledge" | "closing" | "draining">): Promise<KnowledgeBase> {
  if (closing?.aborted || draining?.aborted) throw new ProblemError("shutting_down");
  const published = await knowledge();
  if (published.base === null) throw new ProblemError("not_ready", published.message);
  return published.base;
}
