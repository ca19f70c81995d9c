import type { Language } from "../../ingest/document.ts";
import type { TermGroup } from "../../ingest/index/knowledge-base.ts";
import { detectLanguage } from "../../ingest/language/detect.ts";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { queryGroups } from "../../ingest/language/query-terms.ts";
import type { HistoryTurn } from "../api/types.ts";
import { measureLeaning } from "./leaning.ts";

/** A question as the search sees it. */
export interface Question {
  readonly text: string;
  readonly language: Language;
  /** What the question itself asks for. */
  readonly groups: readonly TermGroup[];
  /** The question's groups and, where it leans on earlier turns, theirs at a lower weight. */
  readonly searchGroups: readonly TermGroup[];
  /** The earlier turns it leans on, in which the other groups' labels stand; empty where it stands alone. */
  readonly earlierText: string;
  /** What is embedded. */
  readonly searchText: string;
}

/** Earlier turns' words stand behind the question's own; an answer's many words behind the few of what was asked. */
const carriedWeights = {
  none: { user: 0, assistant: 0 },
  weak: { user: 0.25, assistant: 0.05 },
  strong: { user: 0.5, assistant: 0.1 },
} as const;

export function understandQuestion(
  text: string,
  history: readonly HistoryTurn[],
  dictionary: Dictionary,
): Question {
  const groups = queryGroups(text, dictionary);
  const leaning = measureLeaning(text);
  const earlier = leaning === "none" ? [] : leanedOn(history);
  const carried = earlier.flatMap(({ role, content }) => {
    const factor = carriedWeights[leaning][role];
    return queryGroups(content, dictionary).map((group) => ({ ...group, weight: group.weight * factor }));
  });
  const asked = earlier.filter(({ role }) => role === "user").map(({ content }) => content);
  return {
    text,
    language: detectLanguage(text),
    groups,
    searchGroups: [...groups, ...withoutRepeats(carried, groups)],
    earlierText: earlier.map(({ content }) => content).join("\n"),
    searchText: [...asked, text].join("\n"),
  };
}

const longestCarried = 500;

/** The last answer, what it was asked by, and as far back as those questions lean themselves; latest first. */
function leanedOn(history: readonly HistoryTurn[]): HistoryTurn[] {
  const answer = history.at(-1)?.role === "assistant" ? history.slice(-1) : [];
  const asked: HistoryTurn[] = [];
  for (const turn of history.filter(({ role }) => role === "user").reverse()) {
    asked.push(turn);
    if (measureLeaning(turn.content) !== "strong") break;
  }
  return [...asked, ...answer].map((turn) => ({ ...turn, content: turn.content.slice(0, longestCarried) }));
}

/** The heaviest of equal labels stays. */
function withoutRepeats(carried: readonly TermGroup[], groups: readonly TermGroup[]): TermGroup[] {
  const known = new Set(groups.map((group) => group.label));
  return carried
    .toSorted((a, b) => b.weight - a.weight)
    .filter((group) => !known.has(group.label) && known.add(group.label));
}
