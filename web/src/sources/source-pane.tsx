import { type ReactNode, useEffect, useRef } from "react";
import type { AskRequest } from "../../../server/api/types.ts";
import { describeLines } from "../i18n/describe-lines.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { BackIcon, CloseIcon, NewPageIcon } from "../page/icons.tsx";
import { useEscape } from "../page/use-escape.ts";
import { QuoteNotice } from "./quote-notice.tsx";
import { SourceLines } from "./source-lines.tsx";
import type { SourceTarget } from "./source-opener.ts";
import { SourceStatus } from "./source-status.tsx";
import { buildSourceUrl } from "./source-url.ts";
import { useQuotePlace } from "./use-quote-place.ts";
import { useSourceText } from "./use-source-text.ts";
import { WhyPassage } from "./why/why-passage.tsx";

interface SourcePaneProps {
  readonly target: SourceTarget;
  /** The question whose answer cites the lines. */
  readonly asked: AskRequest | null;
  /** Covers the chat, on a screen too narrow for both. */
  readonly isCover: boolean;
  readonly onClose: () => void;
}

/** The cited lines beside the answer that cites them. */
export function SourcePane({ target, asked, isCover, onClose }: SourcePaneProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const place = useQuotePlace(target);
  const shown = place?.status === "moved" ? { from: place.startLine, to: place.endLine } : target;
  const cited = place?.status === "gone" ? null : shown;
  const { source, loadEarlier, loadLater } = useSourceText(target.document, shown);
  useEscape(onClose);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each target that is opened takes the focus.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [target]);

  const language = source.state === "open" ? source.text.language : undefined;
  return (
    <section
      id="source-pane"
      className="source-pane"
      role="dialog"
      aria-modal={isCover}
      aria-labelledby="source-title"
    >
      <header className="source-header">
        {isCover && <CloseButton label={t("backToChat")} icon={<BackIcon />} onClose={onClose} />}
        <div className="source-heading">
          <h2 id="source-title" ref={heading} tabIndex={-1} lang={language}>
            {target.title}
          </h2>
          {cited !== null && (
            <p className="source-facts">{t("citedLines", { lines: describeLines(t, cited) })}</p>
          )}
        </div>
        <a
          className="icon-button"
          href={buildSourceUrl(target.document, cited)}
          target="_blank"
          rel="noopener"
          title={t("openFullPage")}
          aria-label={`${t("openFullPage")} ${t("opensInNewTab")}`}
        >
          <NewPageIcon />
        </a>
        {!isCover && <CloseButton label={t("closeSource")} icon={<CloseIcon />} onClose={onClose} />}
      </header>
      {source.state === "open" && place !== null && <QuoteNotice place={place} />}
      {asked !== null && cited !== null && (
        <WhyPassage
          key={`${target.document}:${cited.from}-${cited.to}:${target.turn}`}
          document={target.document}
          lines={cited}
          asked={asked}
          language={language}
        />
      )}
      {source.state === "open" ? (
        <SourceLines text={source.text} cited={cited} loadEarlier={loadEarlier} loadLater={loadLater} />
      ) : (
        <SourceStatus source={source} />
      )}
    </section>
  );
}

interface CloseButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClose: () => void;
}

function CloseButton({ label, icon, onClose }: CloseButtonProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={onClose}>
      {icon}
    </button>
  );
}
