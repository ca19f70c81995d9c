import { useCallback } from "react";
import { describeLines } from "../i18n/describe-lines.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { AskIcon, DownloadIcon } from "../page/icons.tsx";
import { PageHeader } from "../page/page-header.tsx";
import { usePageTitle } from "../page/use-page-title.ts";
import { buildLineHash, readLineHash } from "./line-hash.ts";
import { SourceLines } from "./source-lines.tsx";
import { SourceStatus } from "./source-status.tsx";
import { buildDocumentPath } from "./source-url.ts";
import { useLineHash } from "./use-line-hash.ts";
import { useSourceText } from "./use-source-text.ts";

/** One document on a page of its own; the address names the lines to show. */
export function SourcePage({ document }: { readonly document: string }) {
  const { t, i18n } = useTranslation();
  const cited = useLineHash();
  const { source, loadEarlier, loadLater } = useSourceText(document, cited);
  const text = source.state === "open" ? source.text : null;
  usePageTitle(text?.title ?? null);
  const handlePick = useCallback(pickLine, []);

  const lineCount = text?.lineCount.toLocaleString(i18n.language);
  const facts = [
    lineCount === undefined ? null : t("documentLineCount", { lineCount }),
    cited === null ? null : t("citedLines", { lines: describeLines(t, cited) }),
  ];
  return (
    <div className="page source-page">
      <PageHeader>
        <a className="header-button" href="/">
          <AskIcon />
          <span>{t("askAQuestion")}</span>
        </a>
      </PageHeader>
      <main className="source-main">
        <header className="source-header">
          <div className="source-heading">
            <h1 lang={text?.language}>{text?.title ?? document}</h1>
            <p className="source-facts">{facts.filter((fact) => fact !== null).join(" · ")}</p>
          </div>
          {text !== null && (
            <a className="header-button" href={`${buildDocumentPath(document)}/original`} download>
              <DownloadIcon />
              <span>{t("downloadOriginal")}</span>
            </a>
          )}
        </header>
        {source.state === "open" ? (
          <SourceLines
            text={source.text}
            cited={cited}
            loadEarlier={loadEarlier}
            loadLater={loadLater}
            onPick={handlePick}
          />
        ) : (
          <SourceStatus source={source} />
        )}
      </main>
    </div>
  );
}

/** With Shift, the lines from the one picked before; a hash set this way can be copied from the address. */
function pickLine(line: number, isExtended: boolean): void {
  const before = isExtended ? readLineHash(window.location.hash) : null;
  const from = Math.min(line, before?.from ?? line);
  const to = Math.max(line, before?.from ?? line);
  window.location.hash = buildLineHash({ from, to });
}
