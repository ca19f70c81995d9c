import { useEffect, useState } from "react";
import type { QuotePlace } from "../../../server/api/types.ts";
import { locateQuote } from "../api/locate-quote.ts";
import type { SourceTarget } from "./source-opener.ts";

/** Where a target's quote stands now; null until it is known, or where it cannot be. */
export function useQuotePlace(target: SourceTarget): QuotePlace | null {
  const [found, setFound] = useState<{ readonly target: SourceTarget; readonly place: QuotePlace } | null>(
    null,
  );
  useEffect(() => {
    const { document, from: startLine, to: endLine, quote } = target;
    if (quote === undefined) return;
    const controller = new AbortController();
    locateQuote({ document, startLine, endLine, quote }, controller.signal)
      .then((place) => setFound({ target, place }))
      // A source that cannot be asked about is shown where it was cited.
      .catch(() => undefined);
    return () => controller.abort();
  }, [target]);
  return found?.target === target ? found.place : null;
}
