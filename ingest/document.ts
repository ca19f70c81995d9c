/** The words everything else uses. All line numbers are 1-based and inclusive. */

export type Language = "zh-Hant" | "zh-Hans" | "en";

/** One physical line of a document as a reader sees it; `page` only where the format has pages. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly page: number | null;
  /** Depth from 1, where the format itself says that the line is a heading; absent where only its look can tell. */
  readonly heading?: number;
}

export type SentenceKind = "heading" | "text" | "item";

/** A piece of a paragraph that ends where a reader would stop; no shorter line range holds its text (I2). */
export interface Sentence {
  readonly text: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: SentenceKind;
}

/** Neighbouring sentences under one heading path: the unit that is embedded, retrieved and cited from. */
export interface Passage {
  readonly headings: readonly string[];
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** A line that is not part of the running text. Blank lines hold no text and are not listed. */
export interface Furniture {
  readonly line: number;
  readonly reason: "page-number" | "running-header" | "rule" | "contents";
}

/** What a document says about itself; `organisation` and `year` are null where it does not say. */
export interface DocumentIdentity {
  readonly title: string;
  readonly organisation: string | null;
  /** Short names it uses for its organisation. */
  readonly aliases: readonly string[];
  /** The date on its front or at its end, as it stands there, such as 2024 年 7 月. */
  readonly date: string | null;
  readonly year: number | null;
  readonly language: Language;
}

/** One source file, read and structured. `id` is its path inside the corpus with `/` separators. */
export interface Document extends DocumentIdentity {
  readonly id: string;
  readonly lines: readonly Line[];
  readonly furniture: readonly Furniture[];
  /** Lines of footnotes that interrupt the running text; their sentences stand after all others. */
  readonly footnotes: readonly number[];
  readonly sentences: readonly Sentence[];
  readonly passages: readonly Passage[];
}
