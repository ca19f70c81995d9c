import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { passageText } from "../../ingest/passage-terms.ts";

/** What is embedded of each passage, in the order of their numbers. */
export function readPassageTexts(base: KnowledgeBase): readonly string[] {
  return Array.from({ length: base.passageCount }, (_, id) => {
    const [passage] = base.passages([id]);
    if (!passage) return "";
    const title = base.document(passage.document)?.title ?? "";
    return passageText({ title }, passage);
  });
}
