import { MultipartSource } from "./multipart-source.ts";
import { ProblemError } from "./problem.ts";
import { readChunks } from "./read-chunks.ts";

const limits = {
  bytes: 100 * 1024 * 1024,
  /** A slow line takes minutes for a large file. */
  timeInMs: 5 * 60_000,
  tooLarge: "upload_too_large",
} as const;

/** Each is flushed to the disk by itself, while no other upload is received. */
const mostFiles = 1000;
const longestHead = 16 * 1024;

/** A file of a form, while it arrives: its bytes are there until the next file is asked for. */
export interface SentFile {
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
}

/** The files of a `multipart/form-data` body (RFC 7578), in order; other fields are no part of it. */
export async function* readFiles(request: Request): AsyncGenerator<SentFile> {
  const boundary = readBoundary(request.headers.get("content-type") ?? "");
  const line = Buffer.from("\r\n");
  const source = new MultipartSource(readChunks(request, limits), line);
  const delimiter = Buffer.concat([line, Buffer.from(`--${boundary}`)]);
  let count = 0;
  try {
    source.until(delimiter);
    await source.passOver();
    for (let head = await readHead(source); head !== null; head = await readHead(source)) {
      const content = source.until(delimiter);
      const name = readName(head);
      if (name !== null && ++count > mostFiles)
        throw new ProblemError("multipart_invalid", `The form has more than ${mostFiles} files.`);
      if (name !== null) yield { name, content };
      await source.passOver();
    }
    await source.end();
  } finally {
    await source.close();
  }
  if (count === 0) throw new ProblemError("multipart_invalid", "The form has no file.");
}

function readBoundary(contentType: string): string {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s";]{1,70}))/i.exec(contentType) ??
    [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw new ProblemError("multipart_invalid");
  return boundary;
}

/** The head of the part that begins behind a delimiter, or null behind the last one. */
async function readHead(source: MultipartSource): Promise<string | null> {
  const start = await source.take(2);
  if (start.toString() === "--") return null;
  const pieces = [start];
  let length = 0;
  for await (const piece of source.until(Buffer.from("\r\n\r\n"))) {
    length += piece.length;
    if (length > longestHead) throw new ProblemError("multipart_invalid");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

/** The file name in a part's head, or null where the part is no file. */
function readName(head: string): string | null {
  const [, parameters] = /^content-disposition:[ \t]*form-data((?:;|[ \t]).*)$/im.exec(head) ?? [];
  if (parameters === undefined) throw new ProblemError("multipart_invalid");
  for (const [, key, value = ""] of parameters.matchAll(/;\s*([\w*-]+)="([^"]*)"/g)) {
    if (key?.toLowerCase() === "filename") return value.replace(/%(?:0A|0D|22)/gi, decodeURIComponent);
  }
  return null;
}
