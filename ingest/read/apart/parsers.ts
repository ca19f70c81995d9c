import type { Format } from "../formats.ts";
import type { ReadLimits } from "../limits.ts";
import type { ReadResult } from "../read-result.ts";

export type ParsedFormat = Exclude<Format, "text" | "csv" | "tsv">;

export interface ParseInput {
  readonly bytes: Uint8Array;
  readonly limits: ReadLimits;
  /** Told how far a long file is, as a phrase for the message of one that takes too long. */
  readonly onProgress: (done: string) => void;
}

export type Parse = (input: ParseInput) => ReadResult | Promise<ReadResult>;

/** The parser of each format, loaded when the first file of it comes. */
export const parsers: Readonly<Record<ParsedFormat, () => Promise<Parse>>> = {
  html: async () => (await import("../html/read-html.ts")).readHtml,
  pdf: async () => (await import("../pdf/read-pdf.ts")).readPdf,
  docx: async () => (await import("../office/read-docx.ts")).readDocx,
  pptx: async () => (await import("../office/read-pptx.ts")).readPptx,
  xlsx: async () => (await import("../office/read-xlsx.ts")).readXlsx,
};
