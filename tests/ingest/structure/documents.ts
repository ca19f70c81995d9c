import fc from "fast-check";

const chinese = fc
  .array(
    fc.constantFrom(
      ..."香港工業政策發展研究中心提出新型產業計劃資助中小企人才土地金融貿易創科灣區建議支援市場",
    ),
    { minLength: 4, maxLength: 60 },
  )
  .map((characters) => characters.join(""));
const english = fc
  .array(
    fc.constantFrom(
      "policy",
      "Hong",
      "Kong",
      "SMEs",
      "grow",
      "by",
      "3.5%",
      "in",
      "2024",
      "and",
      "U.S.",
      "trade",
    ),
    { minLength: 2, maxLength: 18 },
  )
  .map((words) => words.join(" "));
const ending = fc.constantFrom("。", "；", "！", "。」", "：", "");
const marker = fc.constantFrom(
  "",
  "",
  "",
  "• ",
  "- (1) ",
  "（1）",
  "一、",
  "I. ",
  "A. ",
  "一是",
  "1. ",
  "- ",
  "* ",
  "o ",
  "## ",
);

const paragraph = fc
  .tuple(
    marker,
    fc.array(fc.tuple(fc.oneof(chinese, chinese, english), ending), { minLength: 1, maxLength: 5 }),
  )
  .map(([mark, sentences]) => mark + sentences.map(([text, end]) => text + end).join(""));

export interface Setting {
  /** Columns of a line; a Chinese character is two wide. */
  readonly wrapAt: number | null;
  readonly blankAfterLine: boolean;
  readonly trailingBlank: boolean;
  readonly linesPerPage: number | null;
  /** Whether pages that end in mid-paragraph have a footnote. */
  readonly hasNotes: boolean;
}

const setting: fc.Arbitrary<Setting> = fc.record({
  wrapAt: fc.constantFrom(null, 44, 60, 72),
  blankAfterLine: fc.boolean(),
  trailingBlank: fc.boolean(),
  linesPerPage: fc.constantFrom(null, 12, 25),
  hasNotes: fc.boolean(),
});

/** Text files as people have them: wrapped or not, a blank line after every line or not, paged or not, listed, with notes at a page's end. */
export const generatedText: fc.Arbitrary<string> = fc
  .tuple(fc.array(paragraph, { minLength: 1, maxLength: 30 }), setting)
  .map(([paragraphs, layout]) => setText(paragraphs, layout));

function setText(
  paragraphs: readonly string[],
  { wrapAt, blankAfterLine, trailingBlank, linesPerPage, hasNotes }: Setting,
): string {
  const lines: string[] = [];
  let page = 1;
  let note = 1;
  for (const text of paragraphs) {
    const pieces = wrapAt === null ? [text] : wrap(text, wrapAt);
    pieces.forEach((piece, index) => {
      const isLast = index === pieces.length - 1;
      const isPageEnd = linesPerPage !== null && lines.length > page * linesPerPage;
      const isNoted = hasNotes && isPageEnd && !isLast;
      lines.push(`${piece}${isNoted ? note : ""}${trailingBlank && isLast ? " " : ""}`);
      if (blankAfterLine) lines.push("");
      if (isNoted) lines.push("", "   ", String(note++), " 包括各個研發中心，", "以及有關的辦事處。");
      if (isPageEnd) lines.push("", "", String(page++), "", "");
    });
    lines.push("");
  }
  return lines.join("\n");
}

function wrap(text: string, columns: number): string[] {
  const lines = [""];
  let width = 0;
  for (const character of text) {
    width += character >= "\u2e80" ? 2 : 1;
    if (width > columns) {
      lines.push("");
      width = 0;
    }
    lines[lines.length - 1] += character;
  }
  return lines;
}
