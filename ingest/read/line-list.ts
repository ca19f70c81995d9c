import type { Line } from "../document.ts";

export interface LineHints {
  readonly page?: number | null;
  /** Depth of the heading that the format itself says this line is, from 1. */
  readonly heading?: number;
}

/** Collects the lines of a document whose format has no line ends of its own. */
export interface LineList {
  readonly lines: readonly Line[];
  /** One line; text that holds line ends becomes several, and text of blanks alone is left out. */
  add(text: string, hints?: LineHints): void;
  /** At least `count` blank lines before the next line; none at the top. */
  blank(count?: number, hints?: LineHints): void;
}

export function createLineList(): LineList {
  const lines: Line[] = [];
  let blanks = 0;
  let blankPage: number | null = null;
  const push = (text: string, { page = null, heading }: LineHints) => {
    const hint = heading === undefined ? {} : { heading };
    lines.push({ number: lines.length + 1, text, page, ...hint });
  };
  return {
    lines,
    add(text, hints = {}) {
      for (const piece of text.split(/\r\n|\n|\r/)) {
        const clean = cleanText(piece);
        if (clean.trim() === "") continue;
        for (; blanks > 0; blanks--)
          if (lines.length > 0) push("", { page: blankPage ?? hints.page ?? null });
        push(clean, hints);
        blankPage = hints.page ?? null;
      }
    },
    blank(count = 1, hints) {
      blanks = Math.max(blanks, count);
      if (hints?.page !== undefined) blankPage = hints.page;
    },
  };
}

/** Control characters and halves of surrogate pairs are no text in any format; a tab is. */
function cleanText(text: string): string {
  return text
    .replace(/[^\P{Cc}\t]/gu, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .trimEnd();
}
