import type { KnowledgeBase } from "../../../ingest/index/knowledge-base.ts";
import type { Explanation } from "../../api/explanation.ts";
import { weighGroups } from "../match.ts";
import type { Question } from "../question.ts";
import { type RetrievedPassage, weighNaming } from "../retrieve.ts";
import { explainFeatures } from "./explain-features.ts";
import { explainTerms } from "./explain-terms.ts";
import { readNames, readPlaces } from "./places.ts";

/** Why a passage was found for a question: what its score is made of, and which words of the question it holds. */
export function createExplainer(
  question: Question,
  base: KnowledgeBase,
): (passage: RetrievedPassage) => Explanation {
  const { groups, evidence } = weighNaming(question, base);
  const weighed = weighGroups(groups, base);
  const total = weighed.reduce((sum, { worth }) => sum + worth, 0);
  const ownCount = question.groups.length;
  const own = { text: question.text, origin: "question" as const, total };
  const earlier = { text: question.earlierText, origin: "earlier" as const, total };
  const isNaming = (_: unknown, index: number) => {
    const group = question.searchGroups[index];
    return group !== undefined && evidence.naming.has(group);
  };
  const naming = weighed.filter(isNaming);

  return (passage) => {
    const places = readPlaces(base, passage);
    const asked = explainTerms({ ...own, groups: weighed.slice(0, ownCount) }, places);
    const carried = explainTerms({ ...earlier, groups: weighed.slice(ownCount) }, places);
    return {
      features: explainFeatures(passage),
      matches: [...asked.found, ...carried.found],
      unmatched: asked.missing,
      naming: explainTerms({ ...own, groups: naming }, readNames(base, passage.document)).found,
    };
  };
}
