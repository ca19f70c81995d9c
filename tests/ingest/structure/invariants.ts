import type { Document } from "../../../ingest/document.ts";

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** I1: the sentences, in order and without blanks, are the lines without furniture. Null where it holds. */
export function findLostText({ lines, furniture, sentences }: Document): string | null {
  const removed = new Set(furniture.map((item) => item.line));
  const expected = withoutBlanks(
    lines
      .filter((line) => !removed.has(line.number))
      .map((line) => line.text)
      .join(""),
  );
  const found = withoutBlanks(sentences.map((sentence) => sentence.text).join(""));
  if (found === expected) return null;
  const at = [...expected].findIndex((character, index) => [...found][index] !== character);
  return `text differs at character ${at}: expected '${[...expected].slice(at, at + 20).join("")}'`;
}

/** I2: a sentence stands on its lines, and on no fewer of them. Null where it holds. */
export function findWrongLines({ lines, furniture, sentences }: Document): string | null {
  const removed = new Set(furniture.map((item) => item.line));
  const textOf = (from: number, to: number) =>
    withoutBlanks(
      lines
        .slice(from - 1, to)
        .filter((line) => !removed.has(line.number))
        .map((line) => line.text)
        .join(""),
    );
  for (const { text, startLine, endLine } of sentences) {
    const wanted = withoutBlanks(text);
    const place = `'${text.slice(0, 20)}' on ${startLine}-${endLine}`;
    const held = textOf(startLine, endLine);
    if (!held.includes(wanted)) return `${place} is not on its lines`;
    // A text that its lines hold twice may stand on fewer of them by chance.
    if (held.indexOf(wanted) !== held.lastIndexOf(wanted)) continue;
    if (textOf(startLine + 1, endLine).includes(wanted)) return `${place} begins later`;
    if (textOf(startLine, endLine - 1).includes(wanted)) return `${place} ends earlier`;
  }
  return null;
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
