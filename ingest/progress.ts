/** How far an ingest has come. */
export interface Progress {
  readonly step: "read" | "embed" | "write";
  readonly done: number;
  readonly total: number;
}

export type ReportProgress = (progress: Progress) => void;
