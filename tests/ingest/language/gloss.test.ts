import { expect, test } from "vitest";
import { readGlosses } from "../../../ingest/language/gloss.ts";

const phrases = (senses: string[], isName = false) => readGlosses(senses, isName).map(({ phrase }) => phrase);

test.each([
  [["to raise; to increase"], ["rais", "increas"]],
  [["(coll.) the policies (of a state); tax"], ["policy", "tax"]],
  [
    ["to give sth to sb", "CL:個|个[ge4]", "gift"],
    ["give to", "gift"],
  ],
  [["variant of 裏|里[li3]", "surname Li", "see 里[li3]"], []],
  [["abbr. for World Trade Organization"], ["world trade organization"]],
  [["abbr. for 世界貿易組織|世界贸易组织"], []],
  [["a long explanation that no question would ever hold"], []],
  [["fruit (e.g. apples; pears)"], ["fruit"]],
])("%j gives %j", (senses, expected) => {
  expect(phrases(senses)).toEqual(expected);
});

test("a name ends at its first comma", () => {
  expect(phrases(["Wuchang, a county-level city in Harbin"], true)).toEqual(["wuchang"]);
});

test("earlier senses and wordings weigh more, rare ones less", () => {
  const weights = readGlosses(["to raise; to lift", "(archaic) to present", "gift"], false).map(
    ({ weight }) => weight,
  );
  expect(weights.map((weight) => Number(weight.toFixed(3)))).toEqual([1, 0.909, 0.25, 0.714]);
});
