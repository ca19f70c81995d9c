import { expect, test } from "vitest";
import { tokenize } from "../../../ingest/language/tokens.ts";

const numbers = (text: string) =>
  tokenize(text)
    .filter(({ kind }) => kind === "number")
    .map(({ term }) => term);

test.each([
  ["二〇二四年", ["2024"]],
  ["二零二四年", ["2024"]],
  ["三十九項", ["39"]],
  ["十五五規劃", []],
  ["一百二十人", ["120"]],
  ["一千零五", ["1005"]],
  ["三萬五千", ["35000"]],
  ["兩萬", ["20000"]],
  ["十萬", ["100000"]],
  ["三万五", []],
  ["千萬", []],
  ["一九", []],
  ["一二十三", []],
  ["一国两制", []],
])("%s has the values %j", (text, expected) => {
  expect(numbers(text)).toEqual(expected);
});

test("a numeral's offsets are its own", () => {
  expect(tokenize("在三十九條").find(({ kind }) => kind === "number")).toEqual({
    term: "39",
    start: 1,
    end: 4,
    kind: "number",
  });
});
