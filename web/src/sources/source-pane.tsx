import { useEffect, useMemo, useRef, useState } from "react";
import type { Answer, AskRequest, Citation } from "../../../server/api/types.ts";
import { describeLines } from "../i18n/describe-lines.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { IconButton } from "../page/icon-button.tsx";
import { BackIcon, CloseIcon, NewPageIcon } from "../page/icons.tsx";
import { useEscape } from "../page/use-escape.ts";
import { CitationSteps } from "./citation-steps.tsx";
import type { LineRange } from "./line-range.ts";
import { orderCitations } from "./order-citations.ts";
import { QuoteNotice } from "./quote-notice.tsx";
import { isSameTarget, type SourceTarget, toTarget } from "./source-opener.ts";
import { buildCitationUrl, buildSourceUrl } from "./source-url.ts";
import { SourceView } from "./source-view.tsx";
import { useDocumentText } from "./text/use-document-text.ts";
import { useQuotePlace } from "./use-quote-place.ts";
import { WhyPassage } from "./why/why-passage.tsx";

interface SourcePaneProps {
  readonly target: SourceTarget;
  /** The question whose answer cites the lines. */
  readonly asked: AskRequest | null;
  /** That answer, once it is whole. */
  readonly answer: Answer | null;
  /** Covers the chat, on a screen too narrow for both. */
  readonly isCover: boolean;
  /** Shows another citation of the same answer. */
  readonly onStep: (target: SourceTarget) => void;
  readonly onClose: () => void;
}

/** The cited lines beside the answer that cites them. */
export function SourcePane({ target, asked, answer, isCover, onStep, onClose }: SourcePaneProps) {
  const { t } = useTranslation();
  const pane = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const place = useQuotePlace(useMemo(() => toQuoted(target), [target]));
  const shown = useMemo(
    () => (place?.status === "moved" ? { from: place.startLine, to: place.endLine } : target),
    [place, target],
  );
  const cited = place?.status === "gone" ? null : shown;
  const [choice, setChoice] = useState<{ of: SourceTarget; lines: LineRange } | null>(null);
  const picked = choice?.of === target ? choice.lines : null;
  const opened = useDocumentText(target.document, shown);
  useEscape(onClose);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each target that is opened takes the focus, unless it was opened from here.
  useEffect(() => {
    if (!pane.current?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
  }, [target]);

  const citations = useMemo(() => (answer === null ? [] : orderCitations(answer)), [answer]);
  const current = citations.findIndex((citation) => isSameTarget(target, toTarget(citation)));
  const language = opened.source.state === "open" ? opened.source.text.language : undefined;
  return (
    <section
      ref={pane}
      id="source-pane"
      className="source-pane"
      role="dialog"
      aria-modal={isCover}
      aria-labelledby="source-title"
    >
      <div className="source-header">
        {isCover && (
          <IconButton label={t("backToChat")} onClick={onClose}>
            <BackIcon />
          </IconButton>
        )}
        <div className="source-heading">
          <h2
            id="source-title"
            ref={heading}
            tabIndex={-1}
            lang={language}
            aria-level={isCover ? 1 : undefined}
          >
            {target.title}
          </h2>
          {cited !== null && (
            <p className="source-facts">{t("citedLines", { lines: describeLines(t, cited) })}</p>
          )}
        </div>
        <a
          className="icon-button"
          href={buildPageUrl(target, { answer, citation: citations[current], cited })}
          target="_blank"
          rel="noopener"
          title={t("openFullPage")}
          aria-label={`${t("openFullPage")} ${t("opensInNewTab")}`}
        >
          <NewPageIcon />
        </a>
        {!isCover && (
          <IconButton label={t("closeSource")} onClick={onClose}>
            <CloseIcon />
          </IconButton>
        )}
      </div>
      {opened.source.state === "open" && place !== null && <QuoteNotice place={place} />}
      {asked !== null && cited !== null && (
        <WhyPassage
          key={`${target.document}:${cited.from}-${cited.to}:${target.turn}`}
          document={target.document}
          lines={cited}
          asked={asked}
          language={language}
        />
      )}
      <SourceView
        document={target.document}
        opened={opened}
        cited={cited}
        picked={picked}
        shown={shown}
        onPick={(lines) => setChoice({ of: target, lines })}
        isPage={false}
      >
        {current >= 0 && (
          <CitationSteps
            citations={citations}
            current={current}
            onStep={(citation) => onStep({ ...toTarget(citation), turn: target.turn })}
          />
        )}
      </SourceView>
    </section>
  );
}

function toQuoted({ document, from: startLine, to: endLine, quote }: SourceTarget) {
  return quote === undefined ? null : { document, startLine, endLine, quote };
}

interface Shown {
  readonly answer: Answer | null;
  readonly citation: Citation | undefined;
  readonly cited: LineRange | null;
}

/** A citation's page knows of its answer, by the lines it cited: the page looks for the quote itself. */
function buildPageUrl(target: SourceTarget, { answer, citation, cited }: Shown): string {
  if (answer === null || citation === undefined) return buildSourceUrl(target.document, cited);
  return buildCitationUrl({ answer: answer.id, marker: citation.marker }, target.document, target);
}
