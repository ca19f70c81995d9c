import { fileResponse } from "../http/file-response.ts";
import { ProblemError } from "../http/problem.ts";
import type { AppParts } from "./parts.ts";

/** The source file. Only PDF opens in the page: anything else is saved, so that no document runs under our origin. */
export async function documentOriginal(
  { originals }: Pick<AppParts, "originals">,
  id: string,
  method: string,
): Promise<Response> {
  const original = await originals(id);
  if (original === null) throw new ProblemError("original_unavailable");

  const { path, name, mediaType } = original;
  const disposition = mediaType === "application/pdf" ? "inline" : "attachment";
  const headers = {
    "content-type": mediaType,
    "content-disposition": `${disposition}; filename*=UTF-8''${encodeFileName(name)}`,
  };
  const response = await fileResponse(path, { method, headers });
  if (response === null) throw new ProblemError("original_unavailable");
  return response;
}

/** RFC 8187: also the marks that encodeURIComponent leaves; a lone surrogate cannot be encoded at all. */
function encodeFileName(name: string): string {
  const encodable = name.replace(/\p{Surrogate}/gu, "\uFFFD");
  return encodeURIComponent(encodable).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
