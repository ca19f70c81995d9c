import type { Passage } from "../../document.ts";
import { headingText } from "../../structure/identity.ts";
import type { Heading } from "../knowledge-base.ts";

/**
 * The headings among the sentences of passages. A heading stands as deep as in its passage's heading path; one that
 * another took the place of at once, so that no path holds it, as deep as the one that did. The title is none.
 */
export function readHeadings(
  passages: readonly Pick<Passage, "headings" | "sentences">[],
  title: string,
): Heading[] {
  return passages.flatMap(({ headings: path, sentences }) =>
    sentences.flatMap(({ kind, text: written, startLine: line }) => {
      const text = headingText(written);
      if (kind !== "heading" || title.includes(text)) return [];
      const depth = path.indexOf(text);
      return [{ line, level: depth < 0 ? Math.max(1, path.length) : depth + 1, text }];
    }),
  );
}
