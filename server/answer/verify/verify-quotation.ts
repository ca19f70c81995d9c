import type { KnowledgeBase } from "../../../ingest/index/knowledge-base.ts";
import type { Citation, Verdict } from "../../api/types.ts";
import { isVerbatim } from "../cite.ts";

/** A quoted sentence is supported when every part of it stands word for word on the lines it cites (I4). */
export function verifyQuotation(base: KnowledgeBase, parts: readonly string[], citation: Citation): Verdict {
  const lines = base.lines(citation.document, citation.startLine, citation.endLine).map((line) => line.text);
  const held = parts.filter((part) => isVerbatim(part, lines) || isVerbatim(part, [citation.quote]));
  if (held.length === parts.length) return "supported";
  return held.length > 0 ? "partial" : "unsupported";
}
