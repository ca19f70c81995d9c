import { expect, test } from "vitest";
import type { DocumentListItem } from "../../server/api/documents.ts";
import type { Language } from "../../server/api/types.ts";
import { chooseDocuments } from "../../web/src/start/choose-documents.ts";

const documents = [listed("A", "zh-Hant"), listed("B", "en"), listed("C", "zh-Hant"), listed("D", "zh-Hant")];

test.for([
  ["zh-Hant", ["A", "C"]],
  ["zh-Hans", ["A", "C"]],
  ["en", ["B"]],
] as const)("for a reader of %s, examples come from %j", ([reader, expected]) => {
  expect(chooseDocuments(documents, reader).map(({ id }) => id)).toEqual(expected);
});

test("takes what there is where nothing is in the reader's language", () => {
  expect(chooseDocuments([listed("A", "zh-Hant")], "en").map(({ id }) => id)).toEqual(["A"]);
  expect(chooseDocuments([], "en")).toEqual([]);
});

function listed(id: string, language: Language): DocumentListItem {
  return { id, title: id, language, organisation: null, year: null, lineCount: 1 };
}
