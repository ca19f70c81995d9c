import { useTranslation } from "../i18n/use-translation.ts";
import { useMediaQuery } from "../page/use-media-query.ts";
import { DocumentCards } from "./document-cards.tsx";
import { DocumentTable } from "./document-table.tsx";
import { ShowMore } from "./show-more.tsx";
import type { ReadSource } from "./split-report.ts";
import { useFirst } from "./use-first.ts";

const documentsAtFirst = 200;
/** Below this width the columns leave no room for the titles. */
const tooNarrowForTable = "(max-width: 720px)";

/** Every document that was read, with its counts. */
export function DocumentsRead({ read }: { readonly read: readonly ReadSource[] }) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery(tooNarrowForTable);
  const { shown, more } = useFirst(read, documentsAtFirst);
  return (
    <section aria-labelledby="read-heading">
      <h2 id="read-heading" className="report-heading">
        {t("documentsRead")} <span className="report-count">{read.length}</span>
      </h2>
      {isNarrow ? <DocumentCards read={shown} /> : <DocumentTable read={shown} labelledBy="read-heading" />}
      <ShowMore more={more} />
    </section>
  );
}
