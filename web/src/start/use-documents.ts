import { useEffect, useState } from "react";
import type { DocumentListItem } from "../../../server/api/documents.ts";
import { listDocuments } from "../api/read-documents.ts";

export type DocumentsState = readonly DocumentListItem[] | "loading" | "unavailable";

/** The documents, once the server is ready to list them. */
export function useDocuments(isReady: boolean): DocumentsState {
  const [documents, setDocuments] = useState<DocumentsState>("loading");
  useEffect(() => {
    if (!isReady) return;
    const controller = new AbortController();
    listDocuments(controller.signal)
      .catch(() => "unavailable" as const)
      .then((next) => {
        if (!controller.signal.aborted) setDocuments(next);
      });
    return () => controller.abort();
  }, [isReady]);
  return documents;
}
