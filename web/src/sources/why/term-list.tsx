import type { ExplainedTerm, TermWording } from "../../../../server/api/explanation.ts";
import type { Language } from "../../../../server/api/types.ts";
import { useTranslation } from "../../i18n/use-translation.ts";
import { VisibleText } from "../../page/visible-text.tsx";

const mostTerms = 8;

interface TermListProps {
  /** Heaviest first. */
  readonly terms: readonly ExplainedTerm[];
  /** Of the document that the wordings stand in. */
  readonly language: Language | undefined;
}

/** The question's words, each with the wordings it was found in. */
export function TermList({ terms, language }: TermListProps) {
  const { t } = useTranslation();
  return (
    <ul className="why-terms">
      {terms.slice(0, mostTerms).map(({ term, origin, wordings }) => (
        <li key={`${origin}:${term}`}>
          <span className="why-term">
            <VisibleText text={term} />
            {origin === "earlier" && <span className="why-kind">{t("whyEarlier")}</span>}
          </span>
          <ul className="why-wordings">
            {wordings.map((wording) => (
              <li key={wording.text}>
                <span className="why-wording" lang={language}>
                  <VisibleText text={wording.text} />
                </span>
                <WordingFacts wording={wording} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function WordingFacts({ wording: { kind, place } }: { readonly wording: TermWording }) {
  const { t } = useTranslation();
  const facts = [t(kindWording[kind]), ...(place === "text" ? [] : [t(placeWording[place])])];
  return <span className="why-kind">{facts.join(t("whyListSeparator"))}</span>;
}

const kindWording = {
  written: "kindWritten",
  form: "kindForm",
  synonym: "kindSynonym",
  translation: "kindTranslation",
} as const;

const placeWording = {
  heading: "placeHeading",
  title: "placeTitle",
  organisation: "placeOrganisation",
  alias: "placeAlias",
  date: "placeDate",
} as const;
