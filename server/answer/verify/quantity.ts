/** A figure; `unit` is null where none stands beside it. */
export interface Figure {
  readonly value: number;
  readonly unit: string | null;
  readonly surface: string;
  /** A count below eleven without a unit, written as a word or beside a measure word: it may be counted, not quoted. */
  readonly isSmallCount: boolean;
}

/** A figure a text gives. */
export interface Quantity extends Figure {
  /** Where the surface begins in the folded text it was read from. */
  readonly start: number;
}
