import type { Line } from "../document.ts";
import { parseApart } from "./apart/parse-apart.ts";
import { type Format, formatOf, readableExtensions } from "./formats.ts";
import { findHiddenCharacters } from "./hidden-characters.ts";
import { defaultLimits, type ReadLimits } from "./limits.ts";
import { readCsv } from "./read-csv.ts";
import { type ReadResult, refuse } from "./read-result.ts";
import { readText } from "./read-text.ts";
import { readSourceBytes } from "./source-bytes.ts";

export interface ReadOptions {
  /** The corpus folder; where it is given, a file that is really elsewhere is refused. */
  readonly root?: string;
  readonly limits?: Partial<ReadLimits>;
}

/** Reads one file into lines; a file that cannot be read, or costs too much, is refused with a reason. */
export async function readDocument(path: string, options: ReadOptions = {}): Promise<ReadResult> {
  const limits = { ...defaultLimits, ...options.limits };
  const format = formatOf(path);
  if (format === null) return refuse("unsupported", unsupported);
  const root = options.root === undefined ? {} : { root: options.root };
  const source = await readSourceBytes(path, { ...root, largestBytes: limits.largestBytes });
  if (source.status === "refused") return source;
  const result = await parse(format, source.bytes, limits);
  return result.status === "read" ? check(result, format, limits) : result;
}

const unsupported = `is of a kind that is not read; readable are ${readableExtensions.join(", ")}`;

/** Formats with a structure of their own are parsed in another process, so that one bad file costs one file. */
async function parse(format: Format, bytes: Uint8Array, limits: ReadLimits): Promise<ReadResult> {
  if (format === "text") return readText(bytes);
  if (format === "csv" || format === "tsv") return readCsv(bytes, format);
  return parseApart({ format, bytes, limits });
}

function check(
  { lines, warnings = [] }: Extract<ReadResult, { status: "read" }>,
  format: Format,
  { longestLine }: ReadLimits,
): ReadResult {
  if (!lines.some(hasText))
    return format === "pdf" ? refuse("no_text_layer", scanned) : refuse("empty", "holds no text");
  const long = lines.find((line) => line.text.length > longestLine);
  if (long)
    return refuse(
      "line_too_long",
      `has ${long.text.length} characters in line ${long.number}, more than the ${longestLine} of a line that can be shown: break it into lines`,
    );
  const all = [...warnings, ...findHiddenCharacters(lines)];
  return all.length === 0 ? { status: "read", lines } : { status: "read", lines, warnings: all };
}

const scanned = "has no text layer, only pictures of pages: run it through text recognition (OCR) first";

/** Whether anything on the line can be seen. */
function hasText({ text }: Line): boolean {
  return /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(text);
}
