import { ProblemError } from "../http/problem.ts";

const prefix = "/api/documents/";

/** The id in the URL as it was sent: each segment decoded exactly once. */
export function documentId(url: string): string {
  const { pathname } = new URL(url);
  if (!pathname.startsWith(prefix)) throw new ProblemError("path_unknown");
  try {
    return pathname.slice(prefix.length).split("/").map(decodeURIComponent).join("/");
  } catch {
    throw new ProblemError("document_unknown", "The id is not valid percent-encoded UTF-8.");
  }
}
