import type { TermGroup } from "../../../ingest/index/knowledge-base.ts";
import { hasIdeograph } from "../../../ingest/language/characters.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { indexTerms } from "../../../ingest/language/tokens.ts";
import type { TermWording } from "../../api/explanation.ts";
import { findWording } from "./find-wording.ts";
import type { ReadPlace } from "./places.ts";

const mostWordings = 3;

/** The best wordings of a group that stand in the places, each where it stands first. */
export function findWordings(label: string, group: TermGroup, places: readonly ReadPlace[]): TermWording[] {
  const found = new Map<string, TermWording>();
  for (const alternative of group.alternatives.toSorted((a, b) => b.weight - a.weight)) {
    for (const place of places) {
      const text = findWording(alternative, place);
      if (text === null) continue;
      const kind = kindOf(label, text, alternative.terms);
      const wording = { text, kind, place: place.place, weight: Math.min(1, alternative.weight) };
      if (!found.has(fold(text))) found.set(fold(text), wording);
      break;
    }
    if (found.size === mostWordings) break;
  }
  return [...found.values()];
}

function kindOf(label: string, text: string, terms: readonly string[]): TermWording["kind"] {
  if (fold(label) === fold(text)) return "written";
  const own = indexTerms(label);
  if (terms.every((term) => own.has(term))) return "form";
  return hasIdeograph(label) === hasIdeograph(text) ? "synonym" : "translation";
}
