import type { ParseInput } from "../apart/parsers.ts";
import { createLineList } from "../line-list.ts";
import { type ReadResult, RefusedFile } from "../read-result.ts";
import { type Archive, openArchive } from "./archive.ts";
import { type DocxBlock, type DocxContext, readBlocks } from "./docx-blocks.ts";
import { createListMarkers } from "./docx-numbering.ts";
import { readStyles } from "./docx-styles.ts";
import { warnOfLeftOut } from "./left-out.ts";
import { mainPart, readRelations } from "./relations.ts";

/** Reads a Word document: paragraphs and table rows are lines, list numbers as Word shows them, notes at the end. */
export async function readDocx({ bytes }: Pick<ParseInput, "bytes">): Promise<ReadResult> {
  const archive = await openArchive(bytes);
  const main = await mainPart(archive, "word/document.xml");
  const xml = await archive.readText(main);
  if (xml === null) throw new RefusedFile("corrupt", `is no Word document: it has no part ${main}`);
  const notes = createNotes();
  let hiddenCharacters = 0;
  const parts = await readParts(archive, main);
  const context: DocxContext = {
    styles: readStyles(parts.styles ?? "<none/>"),
    listMarker: createListMarkers(parts.numbering),
    noteMark: notes.mark,
    onHidden: (characters) => {
      hiddenCharacters += characters;
    },
  };
  const list = createLineList();
  for (const block of readBlocks(xml, context)) addBlock(list, block);
  list.blank();
  for (const kind of ["footnote", "endnote"] as const) {
    const blocks = readBlocks(parts[`${kind}s`] ?? "<none/>", context);
    for (const block of notes.inOrder(kind, blocks)) addBlock(list, block);
  }
  const message = `holds characters that Word does not show, which are left out: ${hiddenCharacters}`;
  const hidden = hiddenCharacters > 0 ? [{ code: `hidden_text:${hiddenCharacters}`, message }] : [];
  const warnings = [...hidden, ...(await warnOfLeftOut(archive, [main]))];
  return { status: "read", lines: list.lines, warnings };
}

type Part = "styles" | "numbering" | "footnotes" | "endnotes";

async function readParts(archive: Archive, main: string): Promise<Readonly<Record<Part, string | null>>> {
  const relations = [...(await readRelations(archive, main)).values()];
  const read = async (kind: Part) => {
    const relation = relations.find((item) => item.kind === kind);
    return relation ? archive.readText(relation.target) : null;
  };
  return {
    styles: await read("styles"),
    numbering: await read("numbering"),
    footnotes: await read("footnotes"),
    endnotes: await read("endnotes"),
  };
}

function addBlock(list: ReturnType<typeof createLineList>, { text, heading }: DocxBlock): void {
  if (text.trim() === "" || heading !== null || list.lines.at(-1)?.heading !== undefined) list.blank();
  list.add(text, heading === null ? {} : { heading });
}

/** Numbers notes by their first mention, in raised digits, so that a mark never runs into a number of the text. */
function createNotes() {
  const marks = new Map<string, string>();
  return {
    mark(kind: "footnote" | "endnote", id: string): string {
      const key = `${kind}/${id}`;
      const mark = marks.get(key) ?? raised(marks.size + 1);
      marks.set(key, mark);
      return mark;
    },
    /** The notes of one kind in the order of their marks, each opening with its mark. */
    inOrder(kind: "footnote" | "endnote", blocks: readonly DocxBlock[]): DocxBlock[] {
      return [...marks].flatMap(([key, mark]) => {
        const own = blocks.filter((block) => block.note !== null && key === `${kind}/${block.note}`);
        return own.map((block, index) => ({
          ...block,
          text: index === 0 ? `${mark} ${block.text.trim()}` : block.text,
        }));
      });
    },
  };
}

function raised(number: number): string {
  return [...String(number)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? digit).join("");
}
