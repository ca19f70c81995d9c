import type { ParseInput } from "../apart/parsers.ts";
import { createLineList } from "../line-list.ts";
import { type ReadResult, RefusedFile } from "../read-result.ts";
import { type Archive, openArchive } from "./archive.ts";
import { warnOfLeftOut } from "./left-out.ts";
import { readSlide } from "./pptx-slide.ts";
import { mainPart, readRelations } from "./relations.ts";
import { walkXml } from "./xml.ts";

/** Reads a presentation: each slide is a page, each paragraph on it and each row of a table a line. */
export async function readPptx({ bytes }: Pick<ParseInput, "bytes">): Promise<ReadResult> {
  const archive = await openArchive(bytes);
  const main = await mainPart(archive, "ppt/presentation.xml");
  const list = createLineList();
  const shown: string[] = [];
  const parts = await slideParts(archive, main);
  for (const [index, part] of parts.entries()) {
    const page = index + 1;
    const slide = readSlide((await archive.readText(part)) ?? "<none/>");
    if (slide.isHidden) continue;
    shown.push(part);
    for (const { text, isTitle } of slide.blocks) {
      if (isTitle || list.lines.at(-1)?.heading !== undefined || text === "") list.blank();
      list.add(text, isTitle ? { page, heading: 1 } : { page });
    }
    list.blank();
  }
  const hiddenSlides = parts.length - shown.length;
  const message = `holds ${hiddenSlides} hidden slides; they are left out`;
  const hidden = hiddenSlides > 0 ? [{ code: `hidden_slides:${hiddenSlides}`, message }] : [];
  const warnings = [...hidden, ...(await warnOfLeftOut(archive, shown))];
  return { status: "read", lines: list.lines, warnings };
}

/** The slides' parts in the order in which they are shown. */
async function slideParts(archive: Archive, main: string): Promise<string[]> {
  const xml = await archive.readText(main);
  if (xml === null) throw new RefusedFile("corrupt", `is no presentation: it has no part ${main}`);
  const relations = await readRelations(archive, main);
  const parts: string[] = [];
  walkXml(xml, {
    open(name, attributes) {
      const relation = name === "sldId" ? relations.get(attributes["r:id"] ?? "") : undefined;
      if (relation) parts.push(relation.target);
    },
  });
  return parts;
}
