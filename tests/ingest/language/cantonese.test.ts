import { describe, expect, test } from "vitest";
import { loadCantonese, parseCantonese } from "../../../ingest/language/cantonese.ts";
import { loadDictionary } from "../../../ingest/language/dictionary.ts";
import { queryGroups } from "../../../ingest/language/query-terms.ts";

describe("parseCantonese", () => {
  test("reads spoken and written forms, leaving out words of one character", () => {
    expect(parseCantonese("# verbs\n搵工 = 求職; 尋找工作\n平 = 便宜\n")).toEqual([
      { en: [], zh: ["搵工", "求職", "尋找工作"] },
    ]);
  });

  test.each(["搵工 求職", "搵工 =", "= 求職", "a = b = c"])("refuses %j, naming its line", (line) => {
    expect(() => parseCantonese(`\n${line}`)).toThrow(/^Glossary line 2:/);
  });

  test("the shipped table has some hundred entries", () => {
    expect(loadCantonese().length).toBeGreaterThan(200);
  });
});

test("a colloquial question also looks for the written words", () => {
  const dictionary = loadDictionary({ thesaurus: parseCantonese("搵工 = 求職") });
  const group = queryGroups("點樣搵工？", dictionary).find(({ label }) => label === "搵工 → zh");
  expect(group?.alternatives.map(({ terms }) => terms)).toContainEqual(["求职"]);
});
