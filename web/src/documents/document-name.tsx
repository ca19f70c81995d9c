import { VisibleText } from "../page/visible-text.tsx";
import { buildSourceUrl } from "../sources/source-url.ts";
import type { ReadSource } from "./split-report.ts";

/** A document's title, linked to its text, over its path in the documents folder. */
export function DocumentName({ source }: { readonly source: Pick<ReadSource, "id" | "title"> }) {
  return (
    <>
      <a className="document-name" href={buildSourceUrl(source.id)}>
        <VisibleText text={source.title} />
      </a>
      <span className="document-path">
        <VisibleText text={source.id} />
      </span>
    </>
  );
}
