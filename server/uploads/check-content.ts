import { isBinary, startsWith } from "../../ingest/read/binary.ts";
import { formatOf } from "../../ingest/read/formats.ts";
import type { UploadRefusal } from "./read-name.ts";

/** Why these bytes cannot be what the file's name announces, or null; whether they can be read the ingest finds out. */
export function checkContent(id: string, bytes: Uint8Array): UploadRefusal | null {
  if (bytes.length === 0) return { code: "empty", message: "is empty" };
  if (opensAs(formatOf(id), bytes)) return null;
  return { code: "binary", message: "does not hold what its name announces: give it its right ending" };
}

const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d];
const zip = [0x50, 0x4b, 0x03, 0x04];
/** Some programs write a few lines before a PDF's first. */
const searchedForPdf = 1024;

function opensAs(format: ReturnType<typeof formatOf>, bytes: Uint8Array): boolean {
  switch (format) {
    case "pdf":
      return Buffer.from(bytes.subarray(0, searchedForPdf)).includes(Buffer.from(pdf));
    case "docx":
    case "pptx":
    case "xlsx":
      return startsWith(bytes, zip);
    default:
      return !isBinary(bytes);
  }
}
