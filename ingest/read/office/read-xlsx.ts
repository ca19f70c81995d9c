import type { ParseInput } from "../apart/parsers.ts";
import { createLineList } from "../line-list.ts";
import { type ReadResult, type ReadWarning, RefusedFile } from "../read-result.ts";
import { joinCells } from "../table-row.ts";
import { type Archive, openArchive } from "./archive.ts";
import { warnOfLeftOut } from "./left-out.ts";
import { mainPart, readRelations } from "./relations.ts";
import { readNumberFormats } from "./xlsx-formats.ts";
import { readRows, readSharedStrings } from "./xlsx-rows.ts";
import { walkXml } from "./xml.ts";

/** Reads a workbook: each sheet's name is a heading, each row with content a line. */
export async function readXlsx({ bytes }: Pick<ParseInput, "bytes">): Promise<ReadResult> {
  const archive = await openArchive(bytes);
  const main = await mainPart(archive, "xl/workbook.xml");
  const { sheets, isFrom1904 } = await readWorkbook(archive, main);
  const relations = await readRelations(archive, main);
  const partOf = (kind: string) => [...relations.values()].find((item) => item.kind === kind)?.target;
  const strings = readSharedStrings((await archive.readText(partOf("sharedStrings") ?? "")) ?? "<none/>");
  const formats = readNumberFormats((await archive.readText(partOf("styles") ?? "")) ?? "<none/>");
  const list = createLineList();
  const warnings: ReadWarning[] = [];
  const shown: string[] = [];
  for (const { name, relation, isHidden } of sheets) {
    const part = relations.get(relation)?.target;
    const xml = part === undefined ? null : await archive.readText(part);
    if (isHidden)
      warnings.push({ code: "hidden_sheet", message: `hides the sheet '${name}'; it is left out` });
    if (part === undefined || xml === null || isHidden) continue;
    shown.push(part);
    list.blank();
    list.add(name, { heading: 1 });
    list.blank();
    for (const row of readRows(xml, { strings, formats, isFrom1904 })) {
      if (row.every((cell) => cell === "")) list.blank();
      else list.add(joinCells(row));
    }
  }
  return {
    status: "read",
    lines: list.lines,
    warnings: [...warnings, ...(await warnOfLeftOut(archive, shown))],
  };
}

interface Sheet {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

async function readWorkbook(archive: Archive, main: string) {
  const xml = await archive.readText(main);
  if (xml === null) throw new RefusedFile("corrupt", `is no workbook: it has no part ${main}`);
  const sheets: Sheet[] = [];
  let isFrom1904 = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === "workbookPr") isFrom1904 = /^(?:1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const isHidden = /hidden/i.test(attributes.state ?? "");
      sheets.push({ name: attributes.name ?? "", relation: attributes["r:id"] ?? "", isHidden });
    },
  });
  return { sheets, isFrom1904 };
}
