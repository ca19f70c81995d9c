import type { Line } from "../../document.ts";
import type { ParseInput } from "../apart/parsers.ts";
import { createLineList } from "../line-list.ts";
import { type ReadResult, type ReadWarning, RefusedFile } from "../read-result.ts";
import { findHeadingSizes, roundSize } from "./heading-sizes.ts";
import { findPageLines, type PageLine } from "./page-lines.ts";
import { openPdf, type PdfDocument } from "./pdf-document.ts";

/** Reads a PDF: the lines that a reader sees, numbered through the document, each with its page. */
export async function readPdf({ bytes, limits, onProgress }: ParseInput): Promise<ReadResult> {
  const pdf = await openPdf(bytes);
  const last = Math.min(pdf.pageCount, limits.pdfPages);
  const pages: (readonly PageLine[] | null)[] = [];
  for (let page = 1; page <= last; page++) {
    pages.push(await readPage(pdf, page));
    onProgress(`${page} of ${pdf.pageCount} pages done`);
  }
  await pdf.close();
  const damaged = pages.filter((page) => page === null).length;
  if (damaged === last) throw new RefusedFile("corrupt", `is damaged: none of its ${last} pages can be read`);
  const withoutText = pages.filter((page) => page?.length === 0).length;
  const lines = toLines(pages);
  return {
    status: "read",
    lines,
    warnings: findWarnings({ damaged, withoutText }, pdf.pageCount - last, lines),
  };
}

/** A page that cannot be read costs that page. */
async function readPage(pdf: PdfDocument, page: number): Promise<readonly PageLine[] | null> {
  try {
    return findPageLines(await pdf.readPage(page));
  } catch {
    return null;
  }
}

function toLines(pages: readonly (readonly PageLine[] | null)[]): readonly Line[] {
  const list = createLineList();
  const headings = findHeadingSizes(pages.flatMap((page) => page ?? []));
  pages.forEach((lines, index) => {
    const page = index + 1;
    for (const { text, blanksBefore, blanksAfter, size } of lines ?? []) {
      const heading = headings.get(roundSize(size));
      list.blank(blanksBefore);
      list.add(text, heading === undefined ? { page } : { page, heading });
      list.blank(blanksAfter, { page });
    }
  });
  return list.lines;
}

function findWarnings(
  { damaged, withoutText }: { damaged: number; withoutText: number },
  leftOut: number,
  lines: readonly Line[],
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
