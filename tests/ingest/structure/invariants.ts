import type { Document, Line } from "../../../ingest/document.ts";

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** I1: the sentences, in order and without blanks, are the lines without furniture, footnotes last. Null where it holds. */
export function findLostText(document: Document): string | null {
  const { body, notes } = partLines(document);
  const expected = textOf([...body, ...notes]);
  const found = withoutBlanks(document.sentences.map((sentence) => sentence.text).join(""));
  if (found === expected) return null;
  const at = [...expected].findIndex((character, index) => [...found][index] !== character);
  return `text differs at character ${at}: expected '${[...expected].slice(at, at + 20).join("")}'`;
}

/** I2: a sentence stands on its lines, and on no fewer of them. Null where it holds. */
export function findWrongLines(document: Document): string | null {
  const { body, notes } = partLines(document);
  for (const { text, startLine, endLine } of document.sentences) {
    const own = notes.some((line) => line.number === startLine) ? notes : body;
    const between = (from: number, to: number) =>
      textOf(own.filter(({ number }) => number >= from && number <= to));
    const wanted = withoutBlanks(text);
    const place = `'${text.slice(0, 20)}' on ${startLine}-${endLine}`;
    const held = between(startLine, endLine);
    if (!held.includes(wanted)) return `${place} is not on its lines`;
    // A text that its lines hold twice may stand on fewer of them by chance.
    if (held.indexOf(wanted) !== held.lastIndexOf(wanted)) continue;
    if (between(startLine + 1, endLine).includes(wanted)) return `${place} begins later`;
    if (between(startLine, endLine - 1).includes(wanted)) return `${place} ends earlier`;
  }
  return null;
}

function partLines({ lines, furniture, footnotes }: Document) {
  const removed = new Set([...furniture.map((item) => item.line), ...footnotes]);
  const isNote = new Set(footnotes);
  return {
    body: lines.filter((line) => !removed.has(line.number)),
    notes: lines.filter((line) => isNote.has(line.number)),
  };
}

function textOf(lines: readonly Line[]): string {
  return withoutBlanks(lines.map((line) => line.text).join(""));
}

/** Passages hold every sentence once, in order. Null where they do. */
export function findLostSentence({ sentences, passages }: Document): string | null {
  const inPassages = passages.flatMap((passage) => passage.sentences);
  const at = sentences.findIndex((sentence, index) => inPassages[index] !== sentence);
  if (at >= 0 || inPassages.length !== sentences.length) return `sentence ${at} is not in its passage`;
  const wrong = passages.find(
    ({ sentences: held, startLine, endLine }) =>
      held[0]?.startLine !== startLine || held.at(-1)?.endLine !== endLine,
  );
  return wrong ? `passage ${wrong.startLine}-${wrong.endLine} has other lines than its sentences` : null;
}
