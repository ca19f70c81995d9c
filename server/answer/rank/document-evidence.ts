import type { KnowledgeBase, TermGroup } from "../../../ingest/index/knowledge-base.ts";
import { indexTerms } from "../../../ingest/language/tokens.ts";
import { documentName } from "../../../ingest/passage-terms.ts";
import { matchGroup } from "../match.ts";

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
  const scores = new Map<string, number>();
  for (const group of groups) {
    const fitting = names
      .map(({ id, terms }) => ({ id, match: matchGroup(group, terms) }))
      .filter(({ match }) => match >= 0.5);
    const worth = Math.log(names.length / Math.max(1, fitting.length));
    if (fitting.length === 0 || worth < leastWorth) continue;
    naming.add(group);
    for (const { id, match } of fitting) scores.set(id, (scores.get(id) ?? 0) + group.weight * worth * match);
  }
  const best = Math.max(leastEvidence, ...scores.values());
  return { byDocument: new Map([...scores].map(([id, score]) => [id, score / best])), naming };
}

/** Below this, what the question shares with a name is chance, and counts accordingly less. */
const leastEvidence = 1;

interface Name {
  readonly id: string;
  readonly terms: ReadonlyMap<string, number>;
}

const known = new WeakMap<KnowledgeBase, readonly Name[]>();

function namesOf(base: KnowledgeBase): readonly Name[] {
  const names =
    known.get(base) ??
    base.documents().map((document) => ({ id: document.id, terms: nameTerms(documentName(document)) }));
  known.set(base, names);
  return names;
}

/** Single characters stand in too many names to say anything. */
function nameTerms(name: string): ReadonlyMap<string, number> {
  return new Map([...indexTerms(name)].filter(([term]) => term.length > 1));
}
