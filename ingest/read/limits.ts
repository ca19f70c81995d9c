const megabyte = 1024 * 1024;

/** How much one file may cost. One beyond a limit is refused with the limit in its message. */
export interface ReadLimits {
  readonly largestBytes: number;
  /** Characters of one line: a longer one is no line that a reader could be shown as a source. */
  readonly longestLine: number;
  readonly timeInMs: number;
  /** A large PDF of ordinary pages takes about a second for each megabyte. */
  readonly largePdfTimeInMs: number;
  readonly largePdfBytes: number;
  readonly pdfPages: number;
  /** JavaScript heap of the process that parses. */
  readonly memoryInMegabytes: number;
}

export const defaultLimits: ReadLimits = {
  largestBytes: 200 * megabyte,
  longestLine: 1_000_000,
  timeInMs: 30_000,
  largePdfTimeInMs: 120_000,
  largePdfBytes: 5 * megabyte,
  pdfPages: 5_000,
  memoryInMegabytes: 1_024,
};

/** What an archive may unpack to, counted while it unpacks, because its own figures may lie. */
export const archiveLimits = {
  unpackedBytes: 200 * megabyte,
  entries: 2_000,
  /** Unpacked to packed bytes; office files of ordinary text stay under 20. */
  ratio: 100,
  /** Below this the ratio says nothing: a short file of one repeated row packs very well. */
  ratioCountsFrom: 10 * megabyte,
} as const;
