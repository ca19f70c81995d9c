import type { IngestReport, SourceReport } from "../../../server/api/documents.ts";

export type ReadSource = Extract<SourceReport, { status: "read" }>;
export type RefusedSource = Extract<SourceReport, { status: "refused" }>;

export interface ReportParts {
  readonly read: readonly ReadSource[];
  readonly refused: readonly RefusedSource[];
  readonly warned: readonly ReadSource[];
  readonly totals: ReportTotals;
}

export interface ReportTotals {
  readonly documents: number;
  readonly lines: number;
  readonly passages: number;
  readonly furniture: number;
  readonly refused: number;
  readonly warnings: number;
}

/** The report as the page shows it: what was read, what was left out, what is to be looked at, and how much. */
export function splitReport({ sources }: IngestReport): ReportParts {
  const read = sources.filter((source) => source.status === "read");
  const refused = sources.filter((source) => source.status === "refused");
  const sum = (count: (source: ReadSource) => number) =>
    read.reduce((total, source) => total + count(source), 0);
  const totals = {
    documents: read.length,
    lines: sum(({ lines }) => lines),
    passages: sum(({ passages }) => passages),
    furniture: sum(({ furniture }) => furniture),
    refused: refused.length,
    warnings: sum(({ warnings }) => warnings.length),
  };
  return { read, refused, warned: read.filter(({ warnings }) => warnings.length > 0), totals };
}
