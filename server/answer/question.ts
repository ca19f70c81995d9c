import type { Language } from "../../ingest/document.ts";
import type { TermGroup } from "../../ingest/index/knowledge-base.ts";
import { detectLanguage } from "../../ingest/language/detect.ts";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { queryGroups } from "../../ingest/language/query-terms.ts";
import type { HistoryTurn } from "../api/types.ts";
import { carryOver } from "./carry-over.ts";

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

export function understandQuestion(
  text: string,
  history: readonly HistoryTurn[],
  dictionary: Dictionary,
): Question {
  const groups = queryGroups(text, dictionary);
  const carried = carryOver(text, groups, history, dictionary);
  return {
    text,
    language: detectLanguage(text),
    groups,
    searchGroups: [...groups, ...carried.groups],
    earlierText: [...carried.asked, ...carried.answered].join("\n"),
    searchText: [...carried.asked, text].join("\n"),
  };
}
