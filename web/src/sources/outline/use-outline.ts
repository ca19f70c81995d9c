import { useEffect, useState } from "react";
import type { DocumentOutline } from "../../../../server/api/documents.ts";
import { readOutline } from "../../api/read-documents.ts";

export type OutlineState =
  | { readonly state: "loading" | "failed" }
  | { readonly state: "open"; readonly headings: DocumentOutline["headings"] };

/** The headings of a document, loaded once they are asked for. */
export function useOutline(document: string, isWanted: boolean): OutlineState {
  const [read, setRead] = useState<{ readonly document: string; readonly outline: OutlineState } | null>(
    null,
  );
  const known = read?.document === document ? read.outline : null;
  const isKnown = known?.state === "open";
  useEffect(() => {
    if (!isWanted || isKnown) return;
    const controller = new AbortController();
    readOutline(document, controller.signal)
      .then(({ headings }): OutlineState => ({ state: "open", headings }))
      .catch((): OutlineState => ({ state: "failed" }))
      .then((outline) => {
        if (!controller.signal.aborted) setRead({ document, outline });
      });
    return () => controller.abort();
  }, [document, isWanted, isKnown]);
  return known ?? { state: "loading" };
}
