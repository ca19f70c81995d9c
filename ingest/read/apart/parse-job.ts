import type { ReadLimits } from "../limits.ts";
import type { ReadResult } from "../read-result.ts";
import type { ParsedFormat } from "./parsers.ts";

/** One file for the parsing process. */
export interface ParseJob {
  readonly format: ParsedFormat;
  readonly bytes: Uint8Array;
  readonly limits: ReadLimits;
}

/** What the parsing process says: that it has started, how far it is, and what came of the file. */
export type ParseMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "progress"; readonly done: string }
  | { readonly kind: "result"; readonly result: ReadResult };
