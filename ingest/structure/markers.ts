/** What opens a list item or a numbered heading, as a style and the length of the marker in the text. */
export interface Marker {
  readonly style: MarkerStyle;
  readonly length: number;
}

export type MarkerStyle =
  | "markdown-heading"
  | "table-row"
  | "bullet"
  | "chapter"
  | "chinese"
  | "chinese-bracketed"
  | "ordinal-clause"
  | "decimal"
  | "number"
  | "number-bracketed"
  | "circled"
  | "roman"
  | "letter";

const patterns: readonly (readonly [MarkerStyle, RegExp])[] = [
  ["markdown-heading", /^#{1,6}\s+/],
  ["table-row", /^(?:\||(?=.*\S \| ))/],
  ["chapter", /^第[一二三四五六七八九十百\d]+[章節节條条部編编篇](?:分)?[\s：:、]*/],
  ["chinese-bracketed", /^(?:[-–—]\s+)?[（(][一二三四五六七八九十]{1,3}[)）]\s*/],
  ["number-bracketed", /^(?:[-–—*]\s+)?[（(](?:\d{1,2}|[a-z]|[ivx]{1,4})[)）]\s*/],
  ["bullet", /^(?:[•·●■◆◇○▪▫‣➢✓□]\s*|[-–—*+]\s+|o\s+(?=[^\sa-z]))/],
  ["ordinal-clause", /^(?:[一二三四五六七八九十]是|首先，|其次，|第[一二三四五六七八九十][，,])/],
  ["chinese", /^[一二三四五六七八九十]{1,3}[、．.]\s*/],
  ["decimal", /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\D)/],
  ["number", /^\d{1,2}(?:[.．、)）]\s*)(?=\D)/],
  ["circled", /^[①-⑳]\s*/],
  ["roman", /^[IVX]{1,5}[.、]\s*/],
  ["letter", /^[A-Za-z][.)、]\s+/],
];

/** The marker a line opens with, leading blanks aside, or null for running text. */
export function findMarker(text: string): Marker | null {
  const leading = text.length - text.trimStart().length;
  const body = text.slice(leading);
  for (const [style, pattern] of patterns) {
    const match = pattern.exec(body);
    if (match) return { style, length: leading + match[0].length };
  }
  return null;
}

/** Styles that only ever open lists; the others also number headings. */
export function isListStyle(style: MarkerStyle): boolean {
  return style === "bullet" || style === "ordinal-clause" || style === "table-row" || style === "circled";
}

/** Styles a wrapped line may open with by chance, so that they need a finished line before them. */
export function isWeakStyle(style: MarkerStyle): boolean {
  return (
    style !== "markdown-heading" &&
    style !== "table-row" &&
    style !== "bullet" &&
    style !== "number-bracketed"
  );
}

/** Styles that number headings far more often than list items. */
export function isHeadingStyle(style: MarkerStyle): boolean {
  return ["chapter", "chinese", "decimal", "number", "roman", "letter"].includes(style);
}
