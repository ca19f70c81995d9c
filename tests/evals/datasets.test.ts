import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { type Case, isToBeRefused, readCases } from "../../evals/datasets/case.ts";
import { relocateGold } from "../../evals/datasets/relocate-gold.ts";
import { readDocument } from "../../ingest/read/read-document.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe.each([["evals/datasets/seeds.jsonl", "seeds"]])("%s", (file, corpus) => {
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

async function readLines(file: string): Promise<readonly string[]> {
  const result = await readDocument(file);
  if (result.status !== "read") throw new Error(`${file} ${result.message}`);
  return result.lines.map(({ text }) => text);
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, "");
}
