import { useEffect, useState } from "react";
import type { QuotedLines, QuotePlace } from "../../../server/api/conversations.ts";
import { locateQuote } from "../api/locate-quote.ts";

/** Where a quote stands now; null until it is known, where it cannot be, and without a quote. */
export function useQuotePlace(quoted: QuotedLines | null): QuotePlace | null {
  const [found, setFound] = useState<{ readonly of: QuotedLines; readonly place: QuotePlace } | null>(null);
  useEffect(() => {
    if (quoted === null) return;
    const controller = new AbortController();
    const { document, startLine, endLine, quote } = quoted;
    locateQuote({ document, startLine, endLine, quote }, controller.signal)
      .then((place) => setFound({ of: quoted, place }))
      // A source that cannot be asked about is shown where it was cited.
      .catch(() => undefined);
    return () => controller.abort();
  }, [quoted]);
  return quoted !== null && found?.of === quoted ? found.place : null;
}
