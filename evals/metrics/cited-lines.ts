import type { LineRange } from "./line-overlap.ts";
import { absent, type Measure } from "./measure.ts";

/**
 * Lines a reader has to read to check one answer: the distinct lines of all its citations. Stands beside
 * the citation metrics because citing whole files would win those. Absent without citations.
 */
export function citedLines(citations: readonly LineRange[]): Measure {
  if (citations.length === 0) return absent;
  const lines = new Set<string>();
  for (const { document, startLine, endLine } of citations) {
    for (let line = startLine; line <= endLine; line++) lines.add(`${document}:${line}`);
  }
  return { sum: lines.size, count: 1 };
}
