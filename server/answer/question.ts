import type { Language } from "../../ingest/document.ts";
import type { TermGroup } from "../../ingest/index/knowledge-base.ts";
import { detectLanguage } from "../../ingest/language/detect.ts";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { queryGroups } from "../../ingest/language/query-terms.ts";
import type { HistoryTurn } from "../api/types.ts";

/** A question as the search sees it. */
export interface Question {
  readonly text: string;
  readonly language: Language;
  /** What the question itself asks for. */
  readonly groups: readonly TermGroup[];
  /** The question's groups and, at a lower weight, those of the turn before it. */
  readonly searchGroups: readonly TermGroup[];
  /** What is embedded. */
  readonly searchText: string;
}

/** An earlier turn's words stand behind the question's own. */
const carriedWeight = 0.4;

export function understandQuestion(
  text: string,
  history: readonly HistoryTurn[],
  dictionary: Dictionary,
): Question {
  const groups = queryGroups(text, dictionary);
  const earlier = history.slice(-2).map((turn) => turn.content.slice(0, 500));
  const carried = earlier.flatMap((content) => queryGroups(content, dictionary));
  return {
    text,
    language: detectLanguage(text),
    groups,
    searchGroups: [...groups, ...withoutRepeats(carried, groups)],
    searchText: [...earlier, text].join("\n"),
  };
}

function withoutRepeats(carried: readonly TermGroup[], groups: readonly TermGroup[]): TermGroup[] {
  const known = new Set(groups.map((group) => group.label));
  return carried
    .filter((group) => !known.has(group.label) && known.add(group.label))
    .map((group) => ({ ...group, weight: group.weight * carriedWeight }));
}
