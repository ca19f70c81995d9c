import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { getDocument, type PDFPageProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { RefusedFile } from "../read-result.ts";

/** A piece of text as a page sets it, in page space: x to the right, y downwards. */
export interface PlacedText {
  readonly text: string;
  /** Where the piece begins, on its baseline; for vertical writing, in the middle of its column. */
  readonly x: number;
  readonly y: number;
  /** The direction of a horizontal line of this font, of length 1. */
  readonly directionX: number;
  readonly directionY: number;
  readonly size: number;
  /** Along the writing. */
  readonly length: number;
  readonly isVertical: boolean;
}

export interface PdfDocument {
  readonly pageCount: number;
  readPage(number: number): Promise<readonly PlacedText[]>;
  close(): Promise<void>;
}

/** Opens a PDF for its text alone: no scripts are run, no fonts are compiled, and nothing is fetched. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const package_ = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(package_, "cmaps") + sep,
    cMapPacked: true,
    standardFontDataUrl: join(package_, "standard_fonts") + sep,
    wasmUrl: join(package_, "wasm") + sep,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const pdf = await loading.promise.catch((cause: Error) => {
    if (cause.name === "PasswordException")
      throw new RefusedFile("encrypted", "is protected by a password: save a copy without one");
    throw cause;
  });
  return {
    pageCount: pdf.numPages,
    async readPage(number) {
      const page = await pdf.getPage(number);
      const texts = await placedTexts(page);
      page.cleanup();
      return texts;
    },
    close: () => loading.destroy(),
  };
}

async function placedTexts(page: PDFPageProxy): Promise<PlacedText[]> {
  const { items, styles } = await page.getTextContent();
  const view = page.getViewport({ scale: 1 }).transform as number[];
  return items.flatMap((item) => {
    if (!("str" in item) || item.str === "") return [];
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = multiply(view, item.transform as number[]);
    const isVertical = styles[item.fontName]?.vertical === true;
    const stretch = Math.hypot(a, b) || 1;
    return {
      text: item.str,
      x,
      y,
      directionX: a / stretch,
      directionY: b / stretch,
      size: Math.hypot(c, d) || stretch,
      length: isVertical ? item.height : item.width,
      isVertical,
    };
  });
}

/** The product of two transforms `[a b c d e f]`, the second applied first. */
function multiply(first: readonly number[], second: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = first;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = second;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
