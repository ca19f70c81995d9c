import type { Document, Line, Sentence } from "../document.ts";
import { findFootnotes } from "./footnotes.ts";
import { findFurniture } from "./furniture.ts";
import { findRoles, labelStyle, type Role } from "./headings.ts";
import { headingText, identify } from "./identity.ts";
import { measureLayout } from "./layout.ts";
import { joinParagraphs, type Paragraph, toParagraph } from "./paragraphs.ts";
import { makePassages, type Section } from "./passages.ts";
import { splitSentences } from "./sentences.ts";

/** Lines → furniture → footnotes → paragraphs → headings → sentences → passages. */
export function structureDocument(id: string, lines: readonly Line[]): Document {
  const furniture = findFurniture(lines);
  const removed = new Set(furniture.map((item) => item.line));
  const layout = measureLayout(lines.filter((line) => !removed.has(line.number)));
  const footnotes = findFootnotes(lines, { layout, furniture: removed });
  for (const line of footnotes.flat()) removed.add(line.number);
  const paragraphs = joinParagraphs(lines, { layout, furniture: removed });
  const identity = identify(id, paragraphs);
  const sections = [
    ...gatherSections(paragraphs, findRoles(paragraphs), identity.title),
    { headings: [], blocks: footnotes.map((note) => splitSentences(toParagraph(note), "text")) },
  ];
  return {
    id,
    ...identity,
    lines,
    furniture,
    footnotes: footnotes.flat().map((line) => line.number),
    sentences: sections.flatMap((section) => section.blocks.flat()),
    passages: makePassages(sections),
  };
}

/** Cuts at headings; a heading opens its section, and a run of headings without text stays with what follows. */
function gatherSections(paragraphs: readonly Paragraph[], roles: readonly Role[], title: string): Section[] {
  const sections: { headings: string[]; blocks: (readonly Sentence[])[] }[] = [];
  const path: { style: string; text: string }[] = [];
  paragraphs.forEach((paragraph, index) => {
    const role = roles[index] ?? { kind: "text" };
    const sentences = role.kind === "heading" ? asHeading(paragraph) : splitSentences(paragraph, role.kind);
    if (role.kind === "heading") enterHeading(path, role.style, headingText(paragraph.text), title);
    const previousIsHeading = roles[index - 1]?.kind === "heading";
    const current = sections.at(-1);
    if (!current || (role.kind === "heading" && !previousIsHeading))
      sections.push({ headings: [], blocks: [] });
    const section = sections.at(-1);
    if (role.kind === "heading" && section) section.headings = path.map((item) => item.text);
    section?.blocks.push(sentences);
  });
  return sections;
}

/** A style already open is replaced at its depth; a new one goes one deeper. Lines of the title open nothing. */
function enterHeading(
  path: { style: string; text: string }[],
  style: string,
  text: string,
  title: string,
): void {
  if (title.includes(text)) return;
  if (path.at(-1)?.style === labelStyle) path.pop();
  const depth = style.startsWith("#")
    ? path.findIndex((item) => item.style.startsWith("#") && item.style >= style)
    : path.findIndex((item) => item.style === style);
  if (depth >= 0) path.length = depth;
  path.push({ style, text });
}

function asHeading(paragraph: Paragraph): Sentence[] {
  const { text, startLine, endLine } = paragraph;
  return [{ text, startLine, endLine, kind: "heading" }];
}
