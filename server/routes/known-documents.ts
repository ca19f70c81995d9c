import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { ProblemError } from "../http/problem.ts";

/** Refuses a filter that names a document the base does not have, so that a typing slip is not an empty result. */
export function refuseUnknownDocuments(base: KnowledgeBase, documents: readonly string[] = []): void {
  const unknown = documents.find((id) => base.document(id) === undefined);
  if (unknown !== undefined) throw new ProblemError("document_unknown", unknown);
}
