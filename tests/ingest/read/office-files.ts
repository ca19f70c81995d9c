import { makeZip, type ZipPart } from "./zip-files.ts";

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const references = `xmlns:r="${relationship}"`;

export interface DocxParts {
  /** What stands in `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly relations?: string;
  readonly more?: readonly ZipPart[];
}

/** A Word document of the given pieces of WordprocessingML. */
export function makeDocx({
  body,
  styles,
  numbering,
  footnotes,
  relations = "",
  more = [],
}: DocxParts): Buffer {
  const parts = Object.entries({ styles, numbering, footnotes }).filter(([, part]) => part !== undefined);
  const links = parts.map(([name]) => relation(`own-${name}`, name, `${name}.xml`)).join("");
  return makeZip([
    { name: "_rels/.rels", data: relationsXml(relation("main", "officeDocument", "word/document.xml")) },
    {
      name: "word/document.xml",
      data: `${xml}<w:document ${word} ${references}><w:body>${body}</w:body></w:document>`,
    },
    { name: "word/_rels/document.xml.rels", data: relationsXml(links + relations) },
    ...parts.map(([name, part]) => ({
      name: `word/${name}.xml`,
      data: `${xml}<w:${name} ${word}>${part}</w:${name}>`,
    })),
    ...more,
  ]);
}

export function paragraph(text: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

export function relation(id: string, kind: string, target: string, mode = ""): string {
  const targetMode = mode === "" ? "" : ` TargetMode="${mode}"`;
  return `<Relationship Id="${id}" Type="${relationship}/${kind}" Target="${target}"${targetMode}/>`;
}

function relationsXml(relations: string): string {
  return `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`;
}

export interface SheetParts {
  readonly name: string;
  readonly state?: "hidden";
  /** What stands in `sheetData`. */
  readonly rows: string;
}

export function makeXlsx(sheets: readonly SheetParts[], { strings = "", styles = "" } = {}): Buffer {
  const list = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"${state ? ` state="${state}"` : ""}/>`,
  );
  const links = sheets
    .map((_, index) => relation(`s${index}`, "worksheet", `worksheets/sheet${index}.xml`))
    .join("");
  return makeZip([
    { name: "_rels/.rels", data: relationsXml(relation("main", "officeDocument", "xl/workbook.xml")) },
    {
      name: "xl/workbook.xml",
      data: `${xml}<workbook ${references}><sheets>${list.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: relationsXml(
        links + relation("t", "sharedStrings", "sharedStrings.xml") + relation("f", "styles", "styles.xml"),
      ),
    },
    { name: "xl/sharedStrings.xml", data: `${xml}<sst>${strings}</sst>` },
    { name: "xl/styles.xml", data: `${xml}<styleSheet>${styles}</styleSheet>` },
    ...sheets.map(({ rows }, index) => ({
      name: `xl/worksheets/sheet${index}.xml`,
      data: `${xml}<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ]);
}

/** A presentation; each slide is what stands in its shape tree. */
export function makePptx(
  slides: readonly {
    readonly shapes: string;
    readonly isHidden?: boolean;
    /** Shapes of the page of notes that belongs to the slide. */
    readonly notes?: string;
    readonly comments?: string;
  }[],
): Buffer {
  const list = slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="s${index}"/>`);
  const links = slides.map((_, index) => relation(`s${index}`, "slide", `slides/slide${index}.xml`)).join("");
  const namespaces = `xmlns:p="p" xmlns:a="a" ${references}`;
  return makeZip([
    { name: "_rels/.rels", data: relationsXml(relation("main", "officeDocument", "ppt/presentation.xml")) },
    {
      name: "ppt/presentation.xml",
      data: `${xml}<p:presentation ${namespaces}><p:sldIdLst>${list.join("")}</p:sldIdLst></p:presentation>`,
    },
    { name: "ppt/_rels/presentation.xml.rels", data: relationsXml(links) },
    ...slides.flatMap(({ shapes, isHidden = false, notes, comments }, index) => [
      {
        name: `ppt/slides/slide${index}.xml`,
        data: `${xml}<p:sld ${namespaces}${isHidden ? ' show="0"' : ""}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`,
      },
      {
        name: `ppt/slides/_rels/slide${index}.xml.rels`,
        data: relationsXml(
          (notes === undefined ? "" : relation("n", "notesSlide", `../notesSlides/notes${index}.xml`)) +
            (comments === undefined ? "" : relation("c", "comments", `../comments/comment${index}.xml`)),
        ),
      },
      { name: `ppt/notesSlides/notes${index}.xml`, data: `${xml}<p:notes ${namespaces}>${notes}</p:notes>` },
      {
        name: `ppt/comments/comment${index}.xml`,
        data: `${xml}<p:cmLst ${namespaces}>${comments}</p:cmLst>`,
      },
    ]),
  ]);
}
