import type { ExplainedFeature } from "../../../../server/api/explanation.ts";
import { useTranslation } from "../../i18n/use-translation.ts";

/** Each feature's share of the score, the largest first; those that gave nothing are left out. */
export function ScoreBars({ features }: { readonly features: readonly ExplainedFeature[] }) {
  const { t, i18n } = useTranslation();
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  const counted = features.filter(({ share }) => share >= 0.005).sort((a, b) => b.share - a.share);
  return (
    <ul className="why-bars">
      {counted.map(({ name, share }) => (
        <li key={name}>
          <span>{t(featureWording[name])}</span>
          <span className="why-bar" aria-hidden="true">
            <i style={{ width: `${share * 100}%` }} />
          </span>
          <span className="why-share">{percent.format(share)}</span>
        </li>
      ))}
    </ul>
  );
}

const featureWording = {
  lexical: "featureLexical",
  dense: "featureDense",
  alignment: "featureAlignment",
  sentence: "featureSentence",
  heading: "featureHeading",
  document: "featureDocument",
  run: "featureRun",
  rerank: "featureRerank",
} as const;
