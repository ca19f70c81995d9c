import type { KnowledgeBase, StoredPassage } from "../../../ingest/index/knowledge-base.ts";
import { fold } from "../../../ingest/language/fold.ts";
import type { TitledPassage } from "../reading.ts";

/** A document that says what it holds does so in its first passages. */
const passagesRead = 8;
const tellsAll =
  /摘要|撮要|概要|概览|要点|引言|前言|序言|导言|简介|summary|abstract|overview|highlights|introduction|foreword/;

/**
 * The passage of each document that tells the whole of it: the one under such a heading, or else the first with
 * sentences. `found` are passages of these documents, any of them.
 */
export function readOpenings(
  base: KnowledgeBase,
  documents: readonly string[],
  found: readonly TitledPassage[],
): TitledPassage[] {
  return documents.flatMap((document) => {
    const known = found.find((passage) => passage.document === document);
    if (known === undefined) return [];
    const opening = readFirst(base, known).filter(({ sentences }) =>
      sentences.some(({ kind }) => kind === "text"),
    );
    const telling = opening.find(({ headings }) => tellsAll.test(fold(headings.at(-1) ?? "")));
    const passage = telling ?? opening[0] ?? known;
    return [{ ...passage, title: known.title, score: known.score }];
  });
}

/** Passages of one document follow one another. */
function readFirst(base: KnowledgeBase, { id, document }: StoredPassage): readonly StoredPassage[] {
  let first = id;
  while (first > 0 && base.passages([first - 1])[0]?.document === document) first--;
  const most = Math.min(passagesRead, base.passageCount - first);
  return base
    .passages(Array.from({ length: most }, (_, index) => first + index))
    .filter((passage) => passage.document === document);
}
