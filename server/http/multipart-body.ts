import { ProblemError } from "./problem.ts";
import { readBytes } from "./read-bytes.ts";

const mostUploadedMegabytes = 100;
/** Each is flushed to the disk by itself, while no other upload is received. */
const mostFiles = 1000;
/** A slow line takes minutes for a large file. */
const bodyTimeoutInMs = 5 * 60_000;

/** The files of a `multipart/form-data` body, in order; other fields are no part of it. */
export async function readFiles(request: Request): Promise<File[]> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(contentType)) throw new ProblemError("multipart_invalid");
  const body = await readBytes(request, {
    bytes: mostUploadedMegabytes * 1024 * 1024,
    timeInMs: bodyTimeoutInMs,
    tooLarge: "upload_too_large",
  });
  const form = await parse(body, contentType);
  const files = [...form.values()].filter((value) => typeof value !== "string");
  if (files.length === 0) throw new ProblemError("multipart_invalid", "The form has no file.");
  if (files.length > mostFiles)
    throw new ProblemError("multipart_invalid", `The form has more than ${mostFiles} files.`);
  return files;
}

async function parse(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { "content-type": contentType } }).formData();
  } catch {
    throw new ProblemError("multipart_invalid");
  }
}
