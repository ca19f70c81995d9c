import { findMarker } from "../../../ingest/structure/markers.ts";
import { joinRun, type Places, type Run, sentenceBefore } from "./grow-run.ts";
import type { ScoredSentence } from "./sentence-weights.ts";

/** Rows between a header and the row that answers are quoted too while they make no more lines than this. */
const mostLinesWhole = 7;

/** A row of a table says nothing without its header: the runs with the rows up to it, or with it as a run of its own. */
export function withTableHeaders(runs: readonly Run[], places: Places): Run[] {
  const quoted = new Set(runs.flatMap(({ sentences }) => sentences));
  return runs.flatMap((run) => {
    const rows: ScoredSentence[] = [];
    let row = run.sentences[0];
    while (isRow(row)) {
      rows.push(row);
      row = sentenceBefore(row, places);
    }
    const above = rows.slice(1);
    const header = above.at(-1);
    if (header === undefined || above.some((read) => quoted.has(read))) return [run];
    for (const read of above) quoted.add(read);
    const whole = above.reduce(joinRun, run);
    if (whole.endLine - whole.startLine < mostLinesWhole) return [whole];
    const { startLine, endLine } = header.sentence;
    return [{ sentences: [header], startLine, endLine }, run];
  });
}

function isRow(read: ScoredSentence | undefined): read is ScoredSentence {
  return read !== undefined && findMarker(read.sentence.text)?.style === "table-row";
}
