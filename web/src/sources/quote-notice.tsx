import type { QuotePlace } from "../../../server/api/conversations.ts";
import { describeLines } from "../i18n/describe-lines.ts";
import { useTranslation } from "../i18n/use-translation.ts";

/** Says so where the quoted words are no longer on the lines that an answer cited. */
export function QuoteNotice({ place }: { readonly place: QuotePlace }) {
  const { t } = useTranslation();
  if (place.status === "same") return null;
  return (
    <p className="source-notice" role="status">
      {place.status === "gone"
        ? t("quoteGone")
        : t("quoteMoved", { lines: describeLines(t, { from: place.startLine, to: place.endLine }) })}
    </p>
  );
}
