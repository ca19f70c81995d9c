/** The wire shapes of documents: their lines, what was read of them, adding and removing them. */
import type { Language } from "./types.ts";

export interface DocumentListItem {
  readonly id: string;
  readonly title: string;
  readonly organisation: string | null;
  readonly year: number | null;
  readonly language: Language;
  readonly lineCount: number;
}

export interface DocumentLines {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly lineCount: number;
  readonly lines: readonly { readonly number: number; readonly text: string; readonly page: number | null }[];
}

/** `GET /api/documents/{id}/outline` */
export interface DocumentOutline {
  readonly id: string;
  readonly headings: readonly {
    readonly line: number;
    /** 1 is the highest. */
    readonly level: number;
    readonly text: string;
  }[];
}

/** `GET /api/documents/{id}/find`: where the words stand, in order; there may be more where it is not complete. */
export interface FoundPlaces {
  readonly places: readonly FoundPlace[];
  readonly isComplete: boolean;
}

/** From the offset `start` of one line up to, without it, the offset `end` of the same or a later one; UTF-16 units. */
export interface FoundPlace {
  readonly startLine: number;
  readonly start: number;
  readonly endLine: number;
  readonly end: number;
}

/** `POST /api/documents`: what became of each file, in the order sent. */
export interface UploadReply {
  readonly files: readonly UploadedFile[];
}

export type UploadedFile =
  | { readonly name: string; readonly status: "stored"; readonly id: string; readonly replaced: boolean }
  | { readonly name: string; readonly status: "refused"; readonly code: string; readonly message: string };

/** `GET /api/uploads`: whether documents can be added and removed, and how far the index is behind them. */
export interface UploadState {
  readonly allowed: boolean;
  readonly ingest: "running" | "failed" | "done";
}

/** `GET /api/ingest`: what the last ingest read and refused, every file of the corpus by id. */
export interface IngestReport {
  readonly generation: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly tookMs: number;
  readonly sources: readonly SourceReport[];
}

export type SourceReport =
  | {
      readonly id: string;
      readonly status: "read";
      readonly title: string;
      readonly lines: number;
      readonly furniture: number;
      readonly sentences: number;
      readonly passages: number;
      readonly warnings: readonly {
        readonly code: string;
        readonly message: string;
        readonly line?: number | undefined;
      }[];
    }
  | { readonly id: string; readonly status: "refused"; readonly code: string; readonly message: string };
