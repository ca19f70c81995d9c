import { hasIdeograph } from "../../../ingest/language/characters.ts";
import type { WeighedGroup } from "../match.ts";
import type { Span } from "./places.ts";

/** A group with the words of the question, or of an earlier turn, that it stands for. */
export interface LocatedGroup extends Span, WeighedGroup {
  readonly label: string;
}

/** The groups by where they stand. A character beside others is left out: its pairs say the same. */
export function locateGroups(text: string, groups: readonly WeighedGroup[]): LocatedGroup[] {
  const located = groups.flatMap((weighed): LocatedGroup[] => {
    const label = weighed.group.label.replace(/ → (?:en|zh)$/, "");
    const start = findLabel(text, label);
    return start < 0 ? [] : [{ ...weighed, label, start, end: start + label.length }];
  });
  const isPart = ({ label, start, end }: LocatedGroup) =>
    [...label].length === 1 &&
    hasIdeograph(label) &&
    located.some((other) => other.end - other.start > 1 && other.start <= start && other.end >= end);
  return located.filter((group) => !isPart(group)).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Where the label stands as a word of its own; Chinese has no such bounds. */
function findLabel(text: string, label: string): number {
  for (let start = text.indexOf(label); start >= 0; start = text.indexOf(label, start + 1)) {
    const around = [text.slice(start - 1, start), text.slice(start + label.length, start + label.length + 1)];
    if (hasIdeograph(label) || !around.some((next) => /[\p{Script=Latin}\d]/u.test(next))) return start;
  }
  return text.indexOf(label);
}
