import type { ParseInput } from "../apart/parsers.ts";
import { createLineList } from "../line-list.ts";
import { type ReadResult, type ReadWarning, RefusedFile } from "../read-result.ts";
import { findPageLines } from "./page-lines.ts";
import { openPdf, type PdfDocument } from "./pdf-document.ts";

/** Reads a PDF: the lines that a reader sees, numbered through the document, each with its page. */
export async function readPdf({ bytes, limits, onProgress }: ParseInput): Promise<ReadResult> {
  const pdf = await openPdf(bytes);
  const last = Math.min(pdf.pageCount, limits.pdfPages);
  const list = createLineList();
  const counts = { damaged: 0, withoutText: 0 };
  for (let page = 1; page <= last; page++) {
    const outcome = await readPage(pdf, page, list);
    if (outcome !== "read") counts[outcome]++;
    onProgress(`${page} of ${pdf.pageCount} pages done`);
  }
  await pdf.close();
  if (counts.damaged === last)
    throw new RefusedFile("corrupt", `is damaged: none of its ${last} pages can be read`);
  return { status: "read", lines: list.lines, warnings: findWarnings(counts, pdf.pageCount - last, list) };
}

type PageOutcome = "read" | "damaged" | "withoutText";
type LineList = ReturnType<typeof createLineList>;

/** A page that cannot be read costs that page. */
async function readPage(pdf: PdfDocument, page: number, list: LineList): Promise<PageOutcome> {
  try {
    const lines = findPageLines(await pdf.readPage(page));
    for (const { text, blanksBefore, blanksAfter } of lines) {
      list.blank(blanksBefore);
      list.add(text, { page });
      list.blank(blanksAfter, { page });
    }
    return lines.length > 0 ? "read" : "withoutText";
  } catch {
    return "damaged";
  }
}

function findWarnings(
  { damaged, withoutText }: { damaged: number; withoutText: number },
  leftOut: number,
  { lines }: LineList,
): ReadWarning[] {
  const unmapped = lines.reduce((sum, { text }) => sum + (text.match(/[\p{Co}\uFFFD]/gu)?.length ?? 0), 0);
  const found: readonly (readonly [string, number, string])[] = [
    ["pages_damaged", damaged, "pages cannot be read"],
    [
      "pages_without_text",
      withoutText,
      "pages hold no text: they are blank, or pictures that need recognition (OCR)",
    ],
    ["pages_left_out", leftOut, "pages at the end are beyond the limit and were not read"],
    ["unmapped_chars", unmapped, "characters are in a font that does not say which they are"],
  ];
  return found.flatMap(([code, count, message]) =>
    count > 0 ? [{ code: `${code}:${count}`, message: `${count} ${message}` }] : [],
  );
}
