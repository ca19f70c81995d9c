import type { TermGroup } from "../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { queryGroups } from "../../ingest/language/query-terms.ts";
import type { HistoryTurn } from "../api/types.ts";
import { measureLeaning } from "./leaning.ts";

export interface CarriedOver {
  /** What the earlier turns asked for and answered, weaker than the question's own groups. */
  readonly groups: readonly TermGroup[];
  /** The turns those groups stand in, what was asked before what was answered. */
  readonly asked: readonly string[];
  readonly answered: readonly string[];
}

/** How much what was asked before weighs beside the question itself. */
const carriedWeights = { weak: 0.25, strong: 0.5 } as const;
/** An answer's words together, however many, weigh this much of those it answers. */
const answerShare = 0.25;
const longestCarried = 500;

/** What a question that leans on earlier turns takes over from them; nothing where it stands alone. */
export function carryOver(
  question: string,
  own: readonly TermGroup[],
  history: readonly HistoryTurn[],
  dictionary: Dictionary,
): CarriedOver {
  const leaning = measureLeaning(question);
  if (leaning === "none") return { groups: [], asked: [], answered: [] };
  const asked = leanedOn(history);
  const last = history.at(-1);
  const answered = last?.role === "assistant" ? [last.content.slice(0, longestCarried)] : [];
  const namesYear = own.some(isYear);
  const read = (texts: readonly string[]) =>
    texts.flatMap((text) => queryGroups(text, dictionary)).filter((group) => !(namesYear && isYear(group)));
  const earlier = read(asked);
  const replied = read(answered);
  const share = Math.min(1, (answerShare * totalOf(earlier)) / Math.max(totalOf(replied), 1));
  const groups = [
    ...weaken(earlier, carriedWeights[leaning]),
    ...weaken(replied, carriedWeights[leaning] * share),
  ];
  return { groups: withoutRepeats(groups, own), asked, answered };
}

/** What was asked last, and as far back as those questions lean themselves; latest first. */
function leanedOn(history: readonly HistoryTurn[]): string[] {
  const asked: string[] = [];
  for (const { content } of history.filter(({ role }) => role === "user").reverse()) {
    asked.push(content.slice(0, longestCarried));
    if (measureLeaning(content) !== "strong") break;
  }
  return asked;
}

/** A year that the question names takes the place of the one spoken of before. */
function isYear({ label }: TermGroup): boolean {
  return /^(?:19|20)\d{2}$/.test(label);
}

function totalOf(groups: readonly TermGroup[]): number {
  return groups.reduce((sum, { weight }) => sum + weight, 0);
}

function weaken(groups: readonly TermGroup[], factor: number): TermGroup[] {
  return groups.map((group) => ({ ...group, weight: group.weight * factor }));
}

/** The heaviest of equal labels stays. */
function withoutRepeats(carried: readonly TermGroup[], own: readonly TermGroup[]): TermGroup[] {
  const known = new Set(own.map((group) => group.label));
  return carried
    .toSorted((a, b) => b.weight - a.weight)
    .filter((group) => !known.has(group.label) && known.add(group.label));
}
