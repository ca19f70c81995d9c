import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createBuiltinEmbedder } from "../../ingest/embeddings/builtin/builtin-embedder.ts";
import { openGeneration } from "../../ingest/index/embedded/embedded-knowledge-base.ts";
import { currentGeneration } from "../../ingest/index/embedded/generations.ts";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { ingest } from "../../ingest/ingest.ts";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { nameBySound } from "../../server/answer/names-by-sound.ts";
import { understandQuestion } from "../../server/answer/question.ts";
import type { DocumentEvidence } from "../../server/answer/rank/document-evidence.ts";
import type { Features } from "../../server/answer/rank/features.ts";
import { isComparing } from "../../server/answer/rank/several-documents.ts";
import { findCandidates } from "../../server/answer/retrieve.ts";
import { type Case, isFollowUp, isToBeRefused, readCases } from "../datasets/case.ts";
import { relocateGold } from "../datasets/relocate-gold.ts";
import type { LineRange } from "../metrics/line-overlap.ts";
import type { RankingSet } from "./sets.ts";

/** What candidates are found with. */
export interface Setup {
  readonly dictionary: Dictionary;
  /** Whether names that no document holds are looked for by their sound. */
  readonly isBySound: boolean;
  /** The base as the search sees it. */
  readonly see: (base: KnowledgeBase) => KnowledgeBase;
}

/** One question with what the search found for it, before it is ranked. */
export interface Example {
  readonly row: Case;
  readonly candidates: readonly FoundCandidate[];
  readonly evidence: DocumentEvidence;
  /** Whether the question sets documents side by side. */
  readonly isComparing: boolean;
}

export interface FoundCandidate extends LineRange {
  readonly id: number;
  readonly features: Features;
}

/** Asks the answerable single-turn questions of a set in process, once with every setup. */
export async function gatherExamples(
  { corpus, dataset, every }: RankingSet,
  setups: readonly Setup[],
): Promise<ReadonlyMap<Setup, readonly Example[]>> {
  const embedder = createBuiltinEmbedder();
  const dataDir = await mkdtemp(path.join(tmpdir(), "examples-"));
  try {
    await ingest({ corpusDir: corpus, dataDir, embedder });
    const base = await openGeneration(dataDir, (await currentGeneration(dataDir)) ?? "", embedder);
    const rows = (await readAnswerable(dataset, base)).filter((_row, index) => index % every === 0);
    const examples = new Map<Setup, readonly Example[]>();
    for (const setup of setups) examples.set(setup, await askAll(rows, setup, setup.see(base)));
    base.close();
    return examples;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }

  async function askAll(rows: readonly Case[], { dictionary, isBySound }: Setup, base: KnowledgeBase) {
    const found: Example[] = [];
    for (const row of rows) {
      const asked = understandQuestion(row.question, [], dictionary);
      const question = isBySound ? nameBySound(asked, base) : asked;
      const { candidates, evidence } = await findCandidates(base, question, embedder, { limit: 10 });
      found.push({
        row,
        candidates: candidates.map(withoutText),
        evidence,
        isComparing: isComparing(row.question),
      });
    }
    return found;
  }
}

async function readAnswerable(dataset: string, base: KnowledgeBase): Promise<readonly Case[]> {
  const rows = (await readCases(dataset)).filter((row) => !isToBeRefused(row) && !isFollowUp(row));
  return relocateGold(rows, async (document) =>
    base.lines(document, 1, base.document(document)?.lineCount ?? 0).map(({ text }) => text),
  );
}

function withoutText({ id, document, startLine, endLine, features }: FoundCandidate): FoundCandidate {
  return { id, document, startLine, endLine, features };
}
