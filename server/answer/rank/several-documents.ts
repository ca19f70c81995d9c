import { fold } from "../../../ingest/language/fold.ts";
import type { DocumentEvidence } from "./document-evidence.ts";

const comparingEnglish =
  /\b(?:compar\w+|versus|vs|both|differ\w*|agree|disagree|which (?:one|ones|groups?|organi[sz]ations?|papers?|bodies|submissions?|chambers?))\b/iu;
/** Folded. 分别 and 不同 compare only where they are what is asked for: 分别 before a verb is 'respectively'. */
const comparingChinese =
  /比较|对比|相比|差异|差别|差在|区别|异同|进一步|有.{0,6}(?:分别|[不唔]同)|[的嘅之]分别|[不唔]同(?:之处|点|在|喺)|[不唔]同[?？]?$|[哪边](?:[几两三]?[份间个家]|些)(?:机构|组织|商会|团体|文件|报告|建议书|意见书)|[哪边](?:几|两|三)?份|[两三]份|边个(?:有|都|最|仲)?(?:讲|提|话|要求|建议|主张|支持|反对)|各自|一[不唔]一样|同[不唔]同|是否(?:一样|相同|一致)/u;

/** Whether a question sets papers or their makers side by side in so many words. */
export function isComparing(question: string): boolean {
  return comparingEnglish.test(question) || comparingChinese.test(fold(question));
}

/**
 * The best passages, of which each document that the question names has its share, however the others rank. For a
 * comparing question the best of each comes first.
 */
export function takeOfEach<Passage extends { readonly document: string }>(
  ranked: readonly Passage[],
  evidence: DocumentEvidence,
  { limit, isComparing }: { readonly limit: number; readonly isComparing: boolean },
): Passage[] {
  const named = findNamedByTitle(evidence);
  const bestOfEach = [...named].map((id) => ranked.filter(({ document }) => document === id));
  const opening = new Set(isComparing ? bestOfEach.flatMap((passages) => passages.slice(0, 1)) : []);
  const ordered = [
    ...ranked.filter((passage) => opening.has(passage)),
    ...ranked.filter((passage) => !opening.has(passage)),
  ];
  const share = Math.min(mostEach, Math.floor(limit / (named.size + 1)));
  const kept = new Set(bestOfEach.flatMap((passages) => passages.slice(0, share)));
  let room = limit - kept.size;
  return ordered.filter((passage) => kept.has(passage) || room-- > 0);
}

const leastEvidence = 0.3;
/** A question that seems to name more documents than these names none: its words stand in many titles. */
const mostNamed = 5;
const mostEach = 4;

/** The documents that a question names by words of their titles, where it names several. */
export function findNamedByTitle({ byDocument }: DocumentEvidence): ReadonlySet<string> {
  const named = [...byDocument].filter(([, evidence]) => evidence >= leastEvidence).map(([id]) => id);
  return new Set(named.length >= 2 && named.length <= mostNamed ? named : []);
}
