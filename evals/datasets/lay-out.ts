/** A paragraph as it stands in a text file: 1-based line numbers, and where each line began in its context. */
export interface PlacedParagraph {
  readonly startLine: number;
  readonly endLine: number;
  /** Offset in code points of the first character of each line. */
  readonly offsets: readonly number[];
}

/** One sentence per line and a blank line between paragraphs. */
export function layOut(contexts: readonly string[]): {
  text: string;
  paragraphs: readonly PlacedParagraph[];
} {
  const lines: string[] = [];
  const paragraphs: PlacedParagraph[] = [];
  for (const context of contexts) {
    if (lines.length > 0) lines.push("");
    const sentences = splitSentences(context);
    const startLine = lines.length + 1;
    lines.push(...sentences.map(({ text }) => text));
    paragraphs.push({ startLine, endLine: lines.length, offsets: sentences.map(({ offset }) => offset) });
  }
  return { text: `${lines.join("\n")}\n`, paragraphs };
}

/** The line that holds the character at `offset` of the paragraph's context. */
export function lineAt({ startLine, offsets }: PlacedParagraph, offset: number): number {
  const following = offsets.findIndex((lineOffset) => lineOffset > offset);
  return startLine + (following === -1 ? offsets.length : following) - 1;
}

/** A sentence ends after 。！？；!? with its closing marks, after ". " or at a line break. */
const sentencePattern = /.+?(?:[。！？；!?]+[」』”’）)]*|\.\s|$)/gmu;

function splitSentences(context: string): readonly { text: string; offset: number }[] {
  const pieces = [...context.matchAll(sentencePattern)].map((match) => ({
    text: match[0].trim(),
    offset: Array.from(context.slice(0, match.index)).length,
  }));
  return pieces.filter(({ text }) => text !== "");
}
