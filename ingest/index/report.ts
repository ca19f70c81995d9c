/** What the last ingest did, for whoever keeps the documents. */
export interface IngestReport {
  readonly generation: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly tookMs: number;
  /** Every file of the corpus, by id. */
  readonly sources: readonly SourceReport[];
}

export type SourceReport = { readonly id: string } & SourceOutcome;

export type SourceOutcome =
  | {
      readonly status: "read";
      readonly title: string;
      readonly lines: number;
      readonly furniture: number;
      readonly sentences: number;
      readonly passages: number;
      readonly warnings: readonly Warning[];
    }
  | { readonly status: "refused"; readonly code: string; readonly message: string };

/** Something to know about a file that was read; `line` is the first line it is about. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly line?: number | undefined;
}
