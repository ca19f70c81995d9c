import { useState } from "react";
import type { AskRequest, Language } from "../../../../server/api/types.ts";
import { useTranslation } from "../../i18n/use-translation.ts";
import type { LineRange } from "../line-range.ts";
import { ScoreBars } from "./score-bars.tsx";
import { TermList } from "./term-list.tsx";
import { useExplanation, type WhyState } from "./use-explanation.ts";

interface WhyPassageProps {
  readonly document: string;
  readonly lines: LineRange;
  readonly asked: AskRequest;
  readonly language: Language | undefined;
}

/** Kept closed: whoever wonders why these lines were found opens it. */
export function WhyPassage({ document, lines, asked, language }: WhyPassageProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const why = useExplanation(asked, { document, lines }, isOpen);
  return (
    <details className="why" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="why-summary">{t("whyThisPassage")}</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll only what has the focus.
        <section className="why-body" tabIndex={0} aria-label={t("whyThisPassage")}>
          <WhyBody why={why} language={language} />
        </section>
      )}
    </details>
  );
}

function WhyBody({ why, language }: { readonly why: WhyState; readonly language: Language | undefined }) {
  const { t } = useTranslation();
  if (why.state !== "found") return <p role="status">{t(statusWording[why.state])}</p>;
  const { matches, unmatched, naming, features } = why.explanation;
  const join = (words: readonly string[]) => words.join(t("whyListSeparator"));
  return (
    <>
      <h3>{t("whyMatches")}</h3>
      {matches.length > 0 ? <TermList terms={matches} language={language} /> : <p>{t("whyNoMatches")}</p>}
      {unmatched.length > 0 && <p className="why-note">{t("whyUnmatched", { words: join(unmatched) })}</p>}
      {naming.length > 0 && (
        <p className="why-note">{t("whyNaming", { words: join(naming.map(({ term }) => term)) })}</p>
      )}
      <h3>{t("whyScore")}</h3>
      <ScoreBars features={features} />
    </>
  );
}

const statusWording = { loading: "whyLoading", missing: "whyMissing", failed: "whyFailed" } as const;
