import { readFile } from "node:fs/promises";
import type { Line } from "../document.ts";
import { decodeUtf8 } from "./decode.ts";
import { splitLines } from "./lines.ts";

export const readableExtensions: readonly string[] = [".txt", ".md", ".markdown"];

export type ReadResult =
  | { readonly status: "read"; readonly lines: readonly Line[] }
  | { readonly status: "refused"; readonly code: RefusalCode; readonly message: string };

export type RefusalCode = "not_utf8" | "empty" | "unreadable";

/** Reads one plain text or markdown file into lines; a file that cannot be read is refused with a reason. */
export async function readDocument(path: string): Promise<ReadResult> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    return refuse(
      "unreadable",
      `cannot be opened (${(cause as NodeJS.ErrnoException).code}): check its permissions`,
    );
  }
  const text = decodeUtf8(bytes);
  if (text === null) return refuse("not_utf8", "is not UTF-8 text: save it as UTF-8 and try again");
  if (text.trim() === "") return refuse("empty", "holds no text");
  return { status: "read", lines: splitLines(text) };
}

function refuse(code: RefusalCode, message: string): ReadResult {
  return { status: "refused", code, message };
}
