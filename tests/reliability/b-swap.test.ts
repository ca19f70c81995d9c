import { setTimeout as pause } from "node:timers/promises";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { Knowledge } from "../../server/knowledge.ts";
import { forkIngest } from "./children.ts";
import { createWorkspace, publish, removeWorkspace, type Workspace, writeDocuments } from "./workspace.ts";

const documents = 300;
const editions = ["首版", "次版", "三版", "四版"];
const queryEveryInMs = 20;

let workspace: Workspace;

beforeAll(async () => {
  workspace = createWorkspace();
  await writeEdition(0);
  await publish(workspace);
});

afterAll(() => removeWorkspace(workspace));

const writeEdition = async (edition: number) =>
  writeDocuments(workspace, { edition: editions[edition] ?? "", count: documents });

it("[R044] an ingest beside 50 queries a second fails none and mixes no two generations", async () => {
  const knowledge = new Knowledge({ ...workspace, log: pino({ level: "silent" }) });
  await knowledge.refresh();
  knowledge.watch();
  const [vector] = await workspace.embedder.embed(["創新科技政策由行政部負責"]);
  if (!vector) throw new Error("expected a vector");
  const queries: Promise<string>[] = [];
  const asking = setInterval(() => {
    queries.push(findEdition(knowledge.base, vector));
  }, queryEveryInMs);
  const pauses = watchPauses();

  const seen = new Map([[knowledge.base?.generation, editions[0]]]);
  for (let edition = 1; edition < editions.length; edition++) {
    const before = knowledge.base?.generation;
    await writeEdition(edition);
    const child = await forkIngest(workspace);
    child.process.send("go");
    expect(await child.ended).toMatchObject({ code: 0 });
    await vi.waitUntil(() => knowledge.base?.generation !== before, { timeout: 10_000, interval: 1 });
    seen.set(knowledge.base?.generation, editions[edition]);
    await pause(200);
  }
  clearInterval(asking);
  const longestInMs = pauses.end();
  const outcomes = await Promise.allSettled(queries);
  knowledge.close();

  const failed = outcomes.filter(({ status }) => status === "rejected");
  const answers = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  process.stdout.write(
    `[R044] ${queries.length} queries over ${editions.length - 1} swaps, ${failed.length} failed; ` +
      `the longest pause was ${longestInMs.toFixed()} ms\n`,
  );
  expect(failed).toEqual([]);
  expect(new Set(answers)).toEqual(
    new Set([...seen].map(([generation, edition]) => `${generation} ${edition}`)),
  );
  expect(longestInMs).toBeLessThan(1000);
}, 60_000);

/** A query of several steps, all on the generation it began on: its name, and every edition its texts are of. */
async function findEdition(base: KnowledgeBase | null, vector: Float32Array): Promise<string> {
  if (base === null) throw new Error("expected an index to answer from");
  const groups = [{ label: "政策", weight: 1, alternatives: [{ terms: ["政策"], weight: 1 }] }];
  const byWords = base.searchLexical(groups, { limit: 10 });
  await pause(5);
  const byVectors = base.searchDense(vector, { limit: 10 });
  await pause(5);
  const passages = base.passages([...byWords, ...byVectors].map(({ passage }) => passage));
  if (passages.length !== 20) throw new Error(`expected 20 passages, not ${passages.length}`);
  const lines = passages.flatMap(({ document, startLine, endLine }) =>
    base.lines(document, startLine, endLine),
  );
  const found = new Set([...passages, ...lines].map(({ text }) => text.slice(0, 2)));
  return `${base.generation} ${[...found].join("+")}`;
}

/** The longest time in which nothing else could be done. */
function watchPauses() {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  return {
    end: () => {
      clearInterval(timer);
      return longest;
    },
  };
}
