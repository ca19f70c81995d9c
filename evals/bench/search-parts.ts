import type { Embedder } from "../../ingest/embeddings/embedder.ts";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { understandQuestion } from "../../server/answer/question.ts";
import { retrieve } from "../../server/answer/retrieve.ts";
import { type Latency, startTime, summarise, type Time } from "./latency.ts";

interface SearchParts {
  readonly base: KnowledgeBase;
  readonly dictionary: Dictionary;
  readonly embedder: Embedder;
}

/** How long each part of a search takes; what no part covers is the naming of documents, the features and the ranking. */
export async function measureParts(
  { base, dictionary, embedder }: SearchParts,
  questions: readonly string[],
): Promise<Record<string, Latency>> {
  const spent = new Map<string, Time>();
  const add = (part: string, { ms, cpuMs }: Time) => {
    const before = spent.get(part) ?? { ms: 0, cpuMs: 0 };
    spent.set(part, { ms: before.ms + ms, cpuMs: before.cpuMs + cpuMs });
  };
  const timed = <Result>(part: string, run: () => Result): Result => {
    const stop = startTime();
    const result = run();
    add(part, stop());
    return result;
  };
  const timedBase: KnowledgeBase = {
    generation: base.generation,
    passageCount: base.passageCount,
    report: base.report,
    documents: () => base.documents(),
    document: (id) => base.document(id),
    lines: (id, from, to) => base.lines(id, from, to),
    headings: (id) => base.headings(id),
    passages: (ids) => timed("reading passages", () => base.passages(ids)),
    searchLexical: (groups, options) => timed("word leg", () => base.searchLexical(groups, options)),
    searchDense: (vector, options) => timed("vector leg", () => base.searchDense(vector, options)),
    measureDense: (vector, passages) => timed("nearness", () => base.measureDense(vector, passages)),
    documentFrequency: (group) => timed("rarity", () => base.documentFrequency(group)),
    close: () => base.close(),
  };
  const timedEmbedder: Embedder = {
    id: embedder.id,
    dimension: embedder.dimension,
    embed: async (texts) => {
      const stop = startTime();
      const vectors = await embedder.embed(texts);
      add("embedding", stop());
      return vectors;
    },
  };
  // The first search over a base files the names of its documents.
  await retrieve(
    timedBase,
    understandQuestion("2024", [], dictionary),
    { embedder: timedEmbedder, reranker: null },
    { limit: 10 },
  );
  const times = new Map<string, Time[]>();
  for (const text of questions) {
    spent.clear();
    const stop = startTime();
    const question = timed("understanding", () => understandQuestion(text, [], dictionary));
    await retrieve(timedBase, question, { embedder: timedEmbedder, reranker: null }, { limit: 10 });
    const { ms, cpuMs } = stop();
    const known = [...spent.values()];
    add("naming, features, ranking", {
      ms: known.reduce((rest, time) => rest - time.ms, ms),
      cpuMs: known.reduce((rest, time) => rest - time.cpuMs, cpuMs),
    });
    for (const [part, time] of spent) times.set(part, [...(times.get(part) ?? []), time]);
  }
  return Object.fromEntries([...times].map(([part, all]) => [part, summarise(all)]));
}
