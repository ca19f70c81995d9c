import { hasIdeograph } from "../../../ingest/language/characters.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { isStopCharacter } from "../../../ingest/language/stop-words.ts";
import type { ExplainedTerm, TermWording } from "../../api/explanation.ts";
import type { WeighedGroup } from "../match.ts";
import { findWordings } from "./find-wordings.ts";
import { type LocatedGroup, locateGroups } from "./locate.ts";
import type { ReadPlace, Span } from "./places.ts";

interface Asked {
  /** The question, or the earlier turns, that the groups stand in. */
  readonly text: string;
  readonly origin: ExplainedTerm["origin"];
  readonly groups: readonly WeighedGroup[];
  /** The worth of everything that is searched for. */
  readonly total: number;
}

export interface ExplainedTerms {
  /** Heaviest first. */
  readonly found: readonly ExplainedTerm[];
  /** Words of the text that stand in none of the places, in order. */
  readonly missing: readonly string[];
}

interface Entry extends Span {
  end: number;
  worth: number;
  wordings: readonly TermWording[];
}

/** The groups that are found in the places, as words a reader knows again: pairs joined to runs, parts under their phrase. */
export function explainTerms(
  { text, origin, groups, total }: Asked,
  places: readonly ReadPlace[],
): ExplainedTerms {
  const located = locateGroups(text, groups);
  const entries: Entry[] = [];
  const others: Entry[] = [];
  for (const group of located) {
    const wordings = findWordings(group.label, group.group, places);
    const entry = { ...group, wordings, worth: group.worth * (wordings[0]?.weight ?? 0) };
    if (wordings.length === 0) continue;
    if (!isPair(group, wordings)) others.push(entry);
    else if (!extendRun(entries.at(-1), entry, text, places)) entries.push(entry);
  }
  for (const entry of others.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!entries.some((host) => takeIn(host, entry))) entries.push(entry);
  }
  const found = entries
    .map(({ start, end, worth, wordings }) => ({
      term: text.slice(start, end),
      origin,
      share: total > 0 ? worth / total : 0,
      wordings,
    }))
    .sort((a, b) => b.share - a.share);
  return { found, missing: findMissing(text, located, entries) };
}

function isPair({ label }: LocatedGroup, [wording]: readonly TermWording[]): boolean {
  return wording?.kind === "written" && hasIdeograph(label);
}

/** Pairs that overlap in the question and stand together in a place are one run of it. */
function extendRun(run: Entry | undefined, pair: Entry, text: string, places: readonly ReadPlace[]): boolean {
  if (!run || pair.start >= run.end) return false;
  const end = Math.max(run.end, pair.end);
  const sought = fold(text.slice(run.start, end));
  const held = places.find(({ folded }) => folded.includes(sought));
  if (!held) return false;
  const at = held.folded.indexOf(sought);
  run.end = end;
  run.worth += pair.worth;
  run.wordings = [
    { text: held.text.slice(at, at + sought.length), kind: "written", place: held.place, weight: 1 },
  ];
  return true;
}

/** A part adds to its phrase where it stands for the same words, or is found in the same ones. */
function takeIn(host: Entry, { start, end, worth, wordings }: Entry): boolean {
  if (start < host.start || end > host.end) return false;
  const isSame = start === host.start && end === host.end;
  const known = host.wordings.map(({ text }) => fold(text));
  const further = wordings.filter(({ text }) => !known.some((wording) => wording.includes(fold(text))));
  if (!isSame && further.length > 0) return false;
  host.worth += worth;
  host.wordings = [...host.wordings, ...further];
  return true;
}

/** Runs of at least two characters; function characters part them. */
function findMissing(text: string, located: readonly LocatedGroup[], entries: readonly Span[]): string[] {
  const folded = fold(text);
  const isWithin = (offset: number) => (span: Span) => span.start <= offset && offset < span.end;
  const isMissing = (offset: number) =>
    located.some(isWithin(offset)) &&
    !entries.some(isWithin(offset)) &&
    !isStopCharacter(folded[offset] ?? "");
  const missing = text.split("").map((unit, offset) => (isMissing(offset) ? unit : "\n"));
  return missing
    .join("")
    .split(/\n+/)
    .map((words) => words.trim())
    .filter((words) => words.length > 1);
}
