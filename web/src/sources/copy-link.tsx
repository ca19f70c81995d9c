import { useEffect, useState } from "react";
import { copyText } from "../chat/actions/copy-text.ts";
import { describeLines } from "../i18n/describe-lines.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { IconButton } from "../page/icon-button.tsx";
import { CheckIcon, LinkIcon } from "../page/icons.tsx";
import type { LineRange } from "./line-range.ts";
import { buildSourceUrl } from "./source-url.ts";

interface CopyLinkProps {
  readonly document: string;
  readonly lines: LineRange | null;
}

const shownForInMs = 2500;

/** Copies the address of the lines chosen, or of the document. */
export function CopyLink({ document, lines }: CopyLinkProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<"linkCopied" | "linkNotCopied" | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = window.setTimeout(() => setOutcome(null), shownForInMs);
    return () => window.clearTimeout(timer);
  }, [outcome]);
  const label =
    lines === null ? t("copyDocumentLink") : t("copyLinesLink", { lines: describeLines(t, lines) });
  const copy = async () => {
    const isCopied = await copyText(window.location.origin + buildSourceUrl(document, lines));
    setOutcome(isCopied ? "linkCopied" : "linkNotCopied");
  };
  return (
    <>
      <IconButton label={label} onClick={copy}>
        {outcome === "linkCopied" ? <CheckIcon /> : <LinkIcon />}
      </IconButton>
      <span className={outcome === null ? "visually-hidden" : "copy-outcome"} role="status">
        {outcome !== null && t(outcome)}
      </span>
    </>
  );
}
