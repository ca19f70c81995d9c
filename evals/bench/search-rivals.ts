import { existsSync } from "node:fs";
import { join } from "node:path";
import hnswlib from "hnswlib-node";
import Database from "libsql";
import type { Embedder } from "../../ingest/embeddings/embedder.ts";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { queryGroups } from "../../ingest/language/query-terms.ts";
import { createBarePass } from "./bare-pass.ts";
import { startTime, type Time } from "./latency.ts";
import { readPassageTexts } from "./passage-texts.ts";
import { plainTerms } from "./plain-terms.ts";

interface RivalParts {
  readonly base: KnowledgeBase;
  readonly dictionary: Dictionary;
  readonly embedder: Embedder;
  /** Where the rivals' own indexes are kept. */
  readonly folder: string;
  readonly dataDir: string;
  readonly generation: string;
}

/** Answers one question and returns how long the search took, without preparing the question. */
type Rival = (question: string) => Promise<Time>;

const wanted = 60;

/** Searches over the same passages, each with an index of its own. */
export async function createRivals(parts: RivalParts): Promise<Readonly<Record<string, Rival>>> {
  const { dictionary, embedder } = parts;
  const index = await openHnsw(parts);
  const database = openFts(parts);
  const match = database.prepare("SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?");
  const pass = await createBarePass(parts.dataDir, parts.generation);
  return {
    "bare hnswlib": async (question) => {
      const [vector] = await embedder.embed([question]);
      const query = Array.from(vector ?? []);
      return time(() => index.searchKnn(query, Math.min(wanted, index.getCurrentCount())));
    },
    "bare FTS5": async (question) => {
      const terms = [...new Set(plainTerms(question))].map((term) => `"${term}"`);
      return time(() => match.all(terms.join(" OR "), wanted));
    },
    "bare pass": async (question) => {
      const lists = pass.listsOf(queryGroups(question, dictionary));
      return time(() => pass.run(lists, wanted));
    },
  };
}

function time(run: () => unknown): Time {
  const stop = startTime();
  run();
  return stop();
}

/** One HNSW index of all vectors, with the links and breadths of ours. */
async function openHnsw({ base, embedder, folder }: RivalParts): Promise<hnswlib.HierarchicalNSW> {
  const path = join(folder, "rival.hnsw");
  const index = new hnswlib.HierarchicalNSW("ip", embedder.dimension);
  if (existsSync(path)) await index.readIndex(path);
  else {
    index.initIndex(base.passageCount, 16, 100, 42);
    for (const [id, text] of readPassageTexts(base).entries()) {
      const [vector] = await embedder.embed([text]);
      index.addPoint(Array.from(vector ?? []), id);
    }
    await index.writeIndex(path);
  }
  index.setEf(100);
  return index;
}

/** FTS5 over our own tokens joined by blanks, as its own tokenizers find no words in Chinese. */
function openFts({ base, folder }: RivalParts): Database.Database {
  const path = join(folder, "rival.sqlite");
  const isBuilt = existsSync(path);
  const database = new Database(path);
  database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000");
  if (isBuilt) return database;
  database.exec("CREATE VIRTUAL TABLE passages USING fts5(terms, content = '', tokenize = 'unicode61')");
  const insert = database.prepare("INSERT INTO passages (rowid, terms) VALUES (?, ?)");
  database.transaction(() => {
    for (const [id, text] of readPassageTexts(base).entries()) insert.run(id, plainTerms(text).join(" "));
  })();
  return database;
}
