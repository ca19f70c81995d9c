import type { en } from "../i18n/en.ts";
import type { ReadSource } from "./split-report.ts";

interface DocumentCount {
  readonly name: keyof typeof en;
  readonly count: (source: ReadSource) => number;
}

/** What is counted of each document, in the order in which it is shown. */
export const documentCounts: readonly DocumentCount[] = [
  { name: "lines", count: ({ lines }) => lines },
  { name: "furniture", count: ({ furniture }) => furniture },
  { name: "sentences", count: ({ sentences }) => sentences },
  { name: "passages", count: ({ passages }) => passages },
  { name: "warnings", count: ({ warnings }) => warnings.length },
];
