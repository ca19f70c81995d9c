import { useCallback, useEffect } from "react";
import type { Citation } from "../../../server/api/types.ts";
import { describeLines } from "../i18n/describe-lines.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { AskLink } from "../page/ask-link.tsx";
import { PageHeader } from "../page/page-header.tsx";
import { usePageTitle } from "../page/use-page-title.ts";
import { CitationSteps } from "./citation-steps.tsx";
import { buildLineHash } from "./line-hash.ts";
import type { LineRange } from "./line-range.ts";
import { QuoteNotice } from "./quote-notice.tsx";
import { buildCitationUrl } from "./source-url.ts";
import { SourceView } from "./source-view.tsx";
import { useDocumentText } from "./text/use-document-text.ts";
import { useCitedBy } from "./use-cited-by.ts";
import { useLineHash } from "./use-line-hash.ts";
import { useQuotePlace } from "./use-quote-place.ts";

/** One document on a page of its own; the address names the lines to show, and the citation that led there. */
export function SourcePage({ document }: { readonly document: string }) {
  const { t, i18n } = useTranslation();
  const cited = useLineHash();
  const citedBy = useCitedBy(window.location.search);
  const citation = citedBy?.citations[citedBy.current] ?? null;
  const place = useQuotePlace(citation?.document === document ? citation : null);
  useMovedHash(citation, place);
  const opened = useDocumentText(document, cited);
  const text = opened.source.state === "open" ? opened.source.text : null;
  usePageTitle(text?.title ?? null);

  const lineCount = text?.lineCount.toLocaleString(i18n.language);
  const facts = [
    lineCount === undefined ? null : t("documentLineCount", { lineCount }),
    cited === null ? null : t("citedLines", { lines: describeLines(t, cited) }),
  ];
  const goTo = useCallback(
    (next: Citation) => {
      if (citedBy === null) return;
      const lines = { from: next.startLine, to: next.endLine };
      const by = { answer: citedBy.answer, marker: next.marker };
      window.location.assign(buildCitationUrl(by, next.document, lines));
    },
    [citedBy],
  );
  return (
    <div className="page source-page">
      <PageHeader>
        <AskLink />
      </PageHeader>
      <main className="source-main">
        <header className="source-header">
          <div className="source-heading">
            <h1 lang={text?.language}>{text?.title ?? document}</h1>
            <p className="source-facts">{facts.filter((fact) => fact !== null).join(" · ")}</p>
          </div>
        </header>
        {text !== null && place !== null && <QuoteNotice place={place} />}
        <SourceView
          document={document}
          opened={opened}
          cited={cited}
          picked={null}
          shown={cited}
          onPick={setHash}
          isPage
        >
          {citedBy !== null && (
            <CitationSteps citations={citedBy.citations} current={citedBy.current} onStep={goTo} />
          )}
        </SourceView>
      </main>
    </div>
  );
}

/** The address follows the lines chosen, and is no step of its own in the browser's history. */
function setHash(lines: LineRange): void {
  window.location.replace(buildLineHash(lines));
}

/** An address that still names the lines where a quote stood goes to where it stands now. */
function useMovedHash(citation: Citation | null, place: ReturnType<typeof useQuotePlace>): void {
  useEffect(() => {
    if (citation === null || place?.status !== "moved") return;
    const old = buildLineHash({ from: citation.startLine, to: citation.endLine });
    if (window.location.hash === old) setHash({ from: place.startLine, to: place.endLine });
  }, [citation, place]);
}
