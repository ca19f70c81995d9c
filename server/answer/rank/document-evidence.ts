import type { KnowledgeBase, TermGroup } from "../../../ingest/index/knowledge-base.ts";
import { indexTerms } from "../../../ingest/language/tokens.ts";
import { documentName } from "../../../ingest/passage-terms.ts";

export interface DocumentEvidence {
  /** How strongly the question names a document by title, organisation or date; 1 for the best named, absent for not at all. */
  readonly byDocument: ReadonlyMap<string, number>;
  /** The groups that name documents: they say where to look rather than what to look for. */
  readonly naming: ReadonlySet<TermGroup>;
}

/** A name shared by fewer documents says more: each group is worth ln(documents / documents it fits), less than ln 1.5 nothing. */
const leastWorth = Math.log(1.5);

/** Weighs every document by the groups of the question that its name holds. */
export function findDocumentEvidence(groups: readonly TermGroup[], base: KnowledgeBase): DocumentEvidence {
  const names = namesOf(base);
  const naming = new Set<TermGroup>();
  const scores = new Map<number, number>();
  for (const group of groups) {
    const fitting = findFitting(group, names);
    const worth = Math.log(names.ids.length / Math.max(1, fitting.size));
    if (fitting.size === 0 || worth < leastWorth) continue;
    naming.add(group);
    for (const [name, match] of fitting) {
      scores.set(name, (scores.get(name) ?? 0) + group.weight * worth * match);
    }
  }
  let best = leastEvidence;
  for (const score of scores.values()) best = Math.max(best, score);
  const byDocument = new Map<string, number>();
  for (const [name, score] of scores) byDocument.set(names.ids[name] ?? "", score / best);
  return { byDocument, naming };
}

/** Below this, what the question shares with a name is chance, and counts accordingly less. */
const leastEvidence = 1;
/** A wording of less weight than this is too weak to name a document. */
const leastMatch = 0.5;

/** The names that hold an alternative of the group, with the weight of the best. */
function findFitting({ alternatives }: TermGroup, names: Names): Map<number, number> {
  const fitting = new Map<number, number>();
  for (const { terms, weight } of alternatives) {
    if (weight < leastMatch) continue;
    const match = Math.min(1, weight);
    const [rarest = [], ...others] = terms
      .map((term) => names.byTerm.get(term) ?? [])
      .sort((a, b) => a.length - b.length);
    for (const name of rarest) {
      if (match > (fitting.get(name) ?? 0) && others.every((list) => holds(list, name))) {
        fitting.set(name, match);
      }
    }
  }
  return fitting;
}

/** The documents' names, filed by the terms they hold. */
interface Names {
  readonly ids: readonly string[];
  /** Positions in `ids`, ascending. */
  readonly byTerm: ReadonlyMap<string, readonly number[]>;
}

const known = new WeakMap<KnowledgeBase, Names>();

function namesOf(base: KnowledgeBase): Names {
  const names = known.get(base) ?? fileNames(base);
  known.set(base, names);
  return names;
}

function fileNames(base: KnowledgeBase): Names {
  const documents = base.documents();
  const byTerm = new Map<string, number[]>();
  documents.forEach((document, name) => {
    for (const term of indexTerms(documentName(document)).keys()) {
      // Single characters stand in too many names to say anything.
      if (term.length < 2) continue;
      const list = byTerm.get(term);
      if (list) list.push(name);
      else byTerm.set(term, [name]);
    }
  });
  return { ids: documents.map(({ id }) => id), byTerm };
}

function holds(list: readonly number[], name: number): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < name) low = middle + 1;
    else high = middle;
  }
  return list[low] === name;
}
