/** A figure a text gives; `unit` is null where none stands beside it. */
export interface Quantity {
  readonly value: number;
  readonly unit: string | null;
  readonly surface: string;
  /** A count below eleven without a unit, written as a word or beside a measure word: it may be counted, not quoted. */
  readonly isSmallCount: boolean;
}
