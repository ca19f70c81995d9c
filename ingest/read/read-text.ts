import { decodeText } from "./decode.ts";
import { splitLines } from "./lines.ts";
import { type ReadResult, type ReadWarning, refuse } from "./read-result.ts";

/** Reads plain text or markdown, each line exactly as it stands in the file. */
export function readText(bytes: Uint8Array): ReadResult {
  const decoded = decodeSource(bytes);
  if (decoded.status === "refused") return decoded;
  return { status: "read", lines: splitLines(decoded.text), warnings: decoded.warnings };
}

/** The text of a file of text with what is to be said about it, or why it is refused. */
export function decodeSource(bytes: Uint8Array, declared: string | null = null) {
  const decoded = decodeText(bytes, declared);
  if (decoded.status === "binary") return refuse("binary", "is not text: it holds bytes that no text has");
  if (decoded.status === "unknown")
    return refuse("encoding_unknown", "is in an encoding that is not recognised: save it as UTF-8");
  return { status: "text", text: decoded.text, warnings: lossWarnings(decoded) } as const;
}

function lossWarnings({ text, encoding, replaced }: LossyText): ReadWarning[] {
  if (replaced === 0) return [];
  const line = splitLines(text.slice(0, text.indexOf("\uFFFD") + 1)).length;
  const message = `holds ${replaced} places that are not ${encoding} text; they show as \uFFFD`;
  return [{ code: `lossy:${replaced}`, message, line }];
}

interface LossyText {
  readonly text: string;
  readonly encoding: string;
  readonly replaced: number;
}
