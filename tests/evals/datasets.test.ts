import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { type Case, isToBeRefused, readCases } from "../../evals/datasets/case.ts";
import { kinds } from "../../evals/datasets/kinds.ts";
import { relocateGold } from "../../evals/datasets/relocate-gold.ts";
import { readDocument } from "../../ingest/read/read-document.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const sets = [
  ["evals/datasets/seeds.jsonl", "seeds"],
  ["evals/datasets/traps.jsonl", "evals/datasets/traps"],
] as const;

describe.each(sets)("%s", (file, corpus) => {
  let cases: readonly Case[];
  const documents = new Map<string, readonly string[]>();
  beforeAll(async () => {
    cases = await readCases(path.join(root, file));
    for (const document of new Set(cases.flatMap(({ gold }) => gold.map((range) => range.document))))
      documents.set(document, await readLines(path.join(root, corpus, document)));
  });

  it("has a quote for every gold range, which stands on exactly these lines", async () => {
    const quoteless = cases.filter(({ gold }) => gold.some((range) => !("quote" in range)));
    expect(quoteless.map(({ id }) => id)).toEqual([]);
    const found = await relocateGold(cases, async (document) => documents.get(document) ?? []);
    expect(found).toEqual(cases);
  });

  it("has every must-fact, in one of its wordings, on the gold lines", () => {
    const missing = cases.flatMap((one) => {
      const lines = squeeze(one.gold.map((range) => linesOf(range)).join(""));
      return one.must
        .filter((fact) => ![fact].flat().some((wording) => lines.includes(squeeze(wording))))
        .map((fact) => `${one.id}: ${[fact].flat().join(" / ")}`);
    });
    expect(missing).toEqual([]);
  });

  it("asks no question twice with the same history and sorts every question by kind", () => {
    const asked = cases.map(({ question, history }) => JSON.stringify([question, history]));
    expect(asked.filter((one, index) => asked.indexOf(one) !== index)).toEqual([]);
    expect(cases.filter(({ kind }) => kind === undefined).map(({ id }) => id)).toEqual([]);
  });

  it("gives follow-ups their history, and refused questions neither gold nor facts", () => {
    const followUps = cases.filter(({ kind }) => kind === "follow-up");
    expect(followUps.filter(({ history }) => history.length === 0).map(({ id }) => id)).toEqual([]);
    const refused = cases.filter(isToBeRefused);
    expect(refused.filter(({ gold, must }) => gold.length + must.length > 0).map(({ id }) => id)).toEqual([]);
  });

  it("has each triple in three languages, with the same gold and the same facts", () => {
    const triples = new Set(cases.flatMap(({ triple }) => triple ?? []));
    for (const name of triples) {
      const rows = cases.filter(({ triple }) => triple === name);
      expect(rows.map(({ lang }) => lang).sort()).toEqual(["en", "zh-Hans", "zh-Hant"]);
      expect(new Set(rows.map(({ gold, must }) => JSON.stringify([gold, must]))).size).toBe(1);
    }
  });

  function linesOf({ document, startLine, endLine }: Case["gold"][number]): string {
    return (documents.get(document) ?? []).slice(startLine - 1, endLine).join("");
  }
});

describe("our question sets", () => {
  /** The kinds the briefs hold few occasions for, and those that need no document. */
  const rarer = new Set<string>(["conflict", "injection", "unanswerable-far", "chat"]);

  it.each(kinds.map((kind) => [kind, rarer.has(kind) ? 8 : 20] as const))(
    "ask enough questions of the kind %s: at least %i",
    async (kind, floor) => {
      const cases = await readCases(path.join(root, sets[0][0]));
      expect(cases.filter((one) => one.kind === kind).length).toBeGreaterThanOrEqual(floor);
    },
  );

  it("ask at least 25 questions in all three languages", async () => {
    const cases = await readCases(path.join(root, sets[0][0]));
    expect(new Set(cases.flatMap(({ triple }) => triple ?? [])).size).toBeGreaterThanOrEqual(25);
  });

  it("name for every trap what no answer may show, which two documents show and one hides", async () => {
    const [file, corpus] = sets[1];
    const injections = (await readCases(path.join(root, file))).filter(({ kind }) => kind === "injection");
    expect(injections.filter(({ mustNot }) => mustNot.length === 0).map(({ id }) => id)).toEqual([]);
    const names = [...new Set(injections.flatMap(({ gold }) => gold.map(({ document }) => document)))].sort();
    const seen = await Promise.all(names.map((name) => readLines(path.join(root, corpus, name))));
    const held = seen.map((lines) =>
      injections.flatMap(({ mustNot }) => mustNot).some((one) => lines.join("").includes(one)),
    );
    expect(names.map((name, index) => [name, held[index]])).toEqual([
      ["meeting-rooms.en.md", true],
      ["print-room.zh.md", true],
      ["visitor-parking.html", false],
    ]);
  });
});

async function readLines(file: string): Promise<readonly string[]> {
  const result = await readDocument(file);
  if (result.status !== "read") throw new Error(`${file} ${result.message}`);
  return result.lines.map(({ text }) => text);
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, "");
}
