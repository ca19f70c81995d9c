import type { PassageResult } from "../../../server/api/types.ts";
import { describeLines } from "../i18n/describe-lines.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { useSourceOpener } from "../sources/source-opener.ts";
import { previewPassage, shownHeadings } from "./preview-passage.ts";

/** The nearest passages where nothing answers, set apart so that none is taken for an answer. */
export function ClosestLines({ passages }: { readonly passages: readonly PassageResult[] }) {
  const { t } = useTranslation();
  if (passages.length === 0) return null;
  return (
    <section className="closest" aria-label={t("closestLines")}>
      <h3 className="closest-heading">{t("closestLines")}</h3>
      <p className="closest-detail">{t("closestLinesDetail")}</p>
      <ul className="closest-list">
        {passages.map((passage) => (
          <li key={`${passage.document}:${passage.startLine}`}>
            <ClosestPassage passage={passage} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ClosestPassage({ passage }: { readonly passage: PassageResult }) {
  const { t } = useTranslation();
  const { open } = useSourceOpener();
  const { document, title, startLine, endLine } = passage;
  const target = { document, title, from: startLine, to: endLine };
  const place = [...shownHeadings(passage), describeLines(t, target)].join(" › ");
  return (
    <button
      type="button"
      className="closest-passage"
      aria-haspopup="dialog"
      onClick={(event) => open(target, event.currentTarget)}
    >
      <span className="closest-title">{title}</span>
      <span className="closest-place">{place}</span>
      <span className="closest-text">{previewPassage(passage)}</span>
    </button>
  );
}
