import { joinCells } from "../table-row.ts";
import type { ListPlace, ParagraphStyle } from "./docx-styles.ts";
import { type Attributes, walkXml } from "./xml.ts";

/** A paragraph or a table's row; text is "" for an empty paragraph. `note` is the id of the footnote it stands in. */
export interface DocxBlock {
  readonly text: string;
  readonly heading: number | null;
  readonly note: string | null;
}

export interface DocxContext {
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly listMarker: (place: ListPlace) => string;
  /** The mark shown for the note referred to; notes are numbered by their first mention. */
  readonly noteMark: (kind: "footnote" | "endnote", id: string) => string;
  readonly onHidden: (characters: number) => void;
}

/** Deleted and moved-away text, the older twin of a drawing, ruby, and field instructions are no text of the page. */
const skipped = new Set(["del", "moveFrom", "Fallback", "rt", "instrText", "sectPr", "sdtPr", "tblPr"]);

interface OpenParagraph {
  text: string;
  style: string | null;
  outline: number | null;
  list: string | null;
  level: number | null;
  inProperties: boolean;
  isHiddenRun: boolean;
  /** Paragraphs of text boxes anchored in this one; they follow it. */
  readonly anchored: DocxBlock[];
}

interface OpenTable {
  cells: DocxBlock[][];
}

/** The blocks of a document's or a note part's XML in order. */
export function readBlocks(xml: string, context: DocxContext): DocxBlock[] {
  const blocks: DocxBlock[] = [];
  const paragraphs: OpenParagraph[] = [];
  const tables: OpenTable[] = [];
  let note: string | null = null;
  let isText = false;

  const emit = (block: DocxBlock) => {
    const anchor = paragraphs.at(-1);
    const cell = tables.at(-1)?.cells.at(-1);
    if (anchor) anchor.anchored.push(block);
    else if (cell) cell.push(block);
    else blocks.push(block);
  };
  const append = (text: string) => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph || paragraph.inProperties) return;
    if (paragraph.isHiddenRun) context.onHidden(text.length);
    else paragraph.text += text;
  };

  const opening: Readonly<Record<string, (attributes: Attributes) => void>> = {
    p: () => paragraphs.push(openParagraph()),
    pPr: () => setProperties(paragraphs.at(-1), { inProperties: true }),
    pStyle: (attributes) => setProperties(paragraphs.at(-1), { style: attributes["w:val"] ?? null }),
    outlineLvl: (attributes) => setProperties(paragraphs.at(-1), { outline: Number(attributes["w:val"]) }),
    numId: (attributes) => setProperties(paragraphs.at(-1), { list: attributes["w:val"] ?? null }),
    ilvl: (attributes) => setProperties(paragraphs.at(-1), { level: Number(attributes["w:val"]) }),
    r: () => setProperties(paragraphs.at(-1), { isHiddenRun: false }),
    vanish: (attributes) => {
      const paragraph = paragraphs.at(-1);
      if (paragraph && !paragraph.inProperties)
        paragraph.isHiddenRun = !/^(?:0|false|off)$/.test(attributes["w:val"] ?? "");
    },
    t: () => {
      isText = true;
    },
    tab: () => append("\t"),
    br: () => append("\n"),
    cr: () => append("\n"),
    noBreakHyphen: () => append("-"),
    sym: () => append("□"),
    footnoteReference: (attributes) => append(context.noteMark("footnote", attributes["w:id"] ?? "")),
    endnoteReference: (attributes) => append(context.noteMark("endnote", attributes["w:id"] ?? "")),
    footnote: (attributes) => {
      note = attributes["w:type"] ? null : (attributes["w:id"] ?? null);
    },
    endnote: (attributes) => {
      note = attributes["w:type"] ? null : (attributes["w:id"] ?? null);
    },
    tr: () => tables.push({ cells: [] }),
    tc: () => tables.at(-1)?.cells.push([]),
  };
  const closing: Readonly<Record<string, () => void>> = {
    pPr: () => setProperties(paragraphs.at(-1), { inProperties: false }),
    t: () => {
      isText = false;
    },
    p: () => {
      const paragraph = paragraphs.pop();
      if (!paragraph) return;
      emit(toBlock(paragraph, note, context));
      paragraph.anchored.forEach(emit);
    },
    tr: () => rowBlocks(tables.pop()?.cells ?? [], note).forEach(emit),
  };

  walkXml(
    xml,
    {
      open: (name, attributes) => opening[name]?.(attributes),
      close: (name) => closing[name]?.(),
      text: (text) => isText && append(text),
    },
    skipped,
  );
  return blocks;
}

function openParagraph(): OpenParagraph {
  const empty = { style: null, outline: null, list: null, level: null };
  return { text: "", ...empty, inProperties: false, isHiddenRun: false, anchored: [] };
}

function setProperties(paragraph: OpenParagraph | undefined, properties: Partial<OpenParagraph>): void {
  if (paragraph) Object.assign(paragraph, properties);
}

function toBlock(paragraph: OpenParagraph, note: string | null, context: DocxContext): DocxBlock {
  const style = context.styles.get(paragraph.style ?? "");
  const { outline, level } = paragraph;
  const list = paragraph.list ?? style?.numbering?.list ?? null;
  const place = { list: list ?? "0", level: level ?? style?.numbering?.level ?? 0 };
  const isListed = place.list !== "0" && paragraph.text.trim() !== "";
  const heading = outline === null ? (style?.heading ?? null) : outline < 9 ? outline + 1 : null;
  return { text: (isListed ? context.listMarker(place) : "") + paragraph.text, heading, note };
}

/** A row of cells is one line; a row that only lays out a page, with long cells or a single one, is its paragraphs. */
function rowBlocks(cells: readonly (readonly DocxBlock[])[], note: string | null): DocxBlock[] {
  const isLayout =
    cells.length < 2 || cells.some((cell) => cell.filter(({ text }) => text !== "").length > 3);
  if (isLayout) return cells.flat();
  const texts = cells.map((cell) => cell.map(({ text }) => text).join(" "));
  return [{ text: joinCells(texts), heading: null, note }];
}
