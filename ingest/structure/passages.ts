import type { Passage, Sentence } from "../document.ts";
import { findMarker } from "./markers.ts";

/** Sentences of one paragraph or list item under its heading path. */
export interface Section {
  readonly headings: readonly string[];
  readonly blocks: readonly (readonly Sentence[])[];
}

/** Sizes count a Chinese character as 1 and any other as 0.6, which makes 300 Chinese characters about 180 words. */
const wantedSize = 220;
const largestSize = 420;

/** Groups neighbouring sentences into passages a reader could be handed alone; none is split or left out. */
export function makePassages(sections: readonly Section[]): Passage[] {
  return sections.flatMap(({ headings, blocks }) => {
    const groups = groupBlocks(blocks);
    const introductions = findIntroductions(groups);
    return groups.map((group, index) => toPassage([...headings, ...(introductions[index] ?? [])], group));
  });
}

/** Where a group goes on with a list or table that began in an earlier one: its lead-in or header row. */
function findIntroductions(groups: readonly (readonly Sentence[])[]): (readonly string[])[] {
  let open: string | null = null;
  return groups.map((group) => {
    const inherited = open;
    for (const [index, sentence] of group.entries()) {
      const next = group[index + 1];
      const isHeader = isTableRow(sentence) && !isTableRow(group[index - 1]) && (index > 0 || open === null);
      if (isHeader || (next?.kind === "item" && opensWhatFollows(sentence))) open = sentence.text;
      else if (sentence.kind !== "item") open = null;
    }
    return inherited !== null && group[0]?.kind === "item" ? [inherited] : [];
  });
}

function isTableRow(sentence: Sentence | undefined): boolean {
  return sentence !== undefined && findMarker(sentence.text)?.style === "table-row";
}

/** Fills a group up to the wanted size; a heading or a list's lead-in never ends one. */
function groupBlocks(blocks: Section["blocks"]): Sentence[][] {
  const groups: Sentence[][] = [];
  let group: Sentence[] = [];
  const flush = () => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  for (const block of blocks.flatMap(splitLongBlock)) {
    const size = sizeOf(group);
    const isDue = size >= wantedSize || size + sizeOf(block) > largestSize;
    if (isDue && !opensWhatFollows(group.at(-1))) flush();
    group.push(...block);
  }
  flush();
  return mergeTail(groups);
}

function opensWhatFollows(sentence: Sentence | undefined): boolean {
  return sentence !== undefined && (sentence.kind === "heading" || /[：:]\**$/.test(sentence.text));
}

/** A paragraph beyond the largest size is cut between sentences into parts of about equal size. */
function splitLongBlock(block: readonly Sentence[]): (readonly Sentence[])[] {
  const size = sizeOf(block);
  if (size <= largestSize) return [block];
  const share = size / Math.ceil(size / largestSize);
  const parts: Sentence[][] = [[]];
  let filled = 0;
  for (const sentence of block) {
    const length = sizeOf([sentence]);
    if (filled > 0 && filled + length / 2 > share) {
      parts.push([]);
      filled = 0;
    }
    parts.at(-1)?.push(sentence);
    filled += length;
  }
  return parts;
}

/** A short last group joins the one before it where both fit. */
function mergeTail(groups: Sentence[][]): Sentence[][] {
  const last = groups.at(-1);
  const before = groups.at(-2);
  if (!last || !before || sizeOf(last) >= wantedSize / 2 || sizeOf(before) + sizeOf(last) > largestSize)
    return groups;
  return [...groups.slice(0, -2), [...before, ...last]];
}

function sizeOf(sentences: readonly Sentence[]): number {
  let size = 0;
  for (const { text } of sentences) {
    for (let index = 0; index < text.length; index++) size += text.charCodeAt(index) >= 0x2e80 ? 1 : 0.6;
  }
  return size;
}

function toPassage(headings: readonly string[], sentences: readonly Sentence[]): Passage {
  const first = sentences[0] as Sentence;
  const last = sentences.at(-1) as Sentence;
  return {
    headings,
    startLine: first.startLine,
    endLine: last.endLine,
    text: sentences.map((sentence) => sentence.text).join("\n"),
    sentences,
  };
}
