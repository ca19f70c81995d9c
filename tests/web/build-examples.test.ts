import { expect, test } from "vitest";
import type { DocumentListItem, Language } from "../../server/api/types.ts";
import { buildExamples } from "../../web/src/start/build-examples.ts";

test("asks about documents in the reader's language first", () => {
  const documents = [listed("A", "zh-Hant"), listed("B", "en"), listed("C", "zh-Hans")];
  expect(titles(documents, "en")).toEqual(["B", "A", "C", "B"]);
  expect(titles(documents, "zh-Hans")).toEqual(["C", "A", "B", "C"]);
});

test("asks four things about one document, and nothing about none", () => {
  expect(titles([listed("A", "en")], "en")).toEqual(["A", "A", "A", "A"]);
  expect(titles([], "en")).toEqual([]);
});

function titles(documents: readonly DocumentListItem[], reader: Language): string[] {
  return buildExamples(documents, reader).map(({ title }) => title);
}

function listed(title: string, language: Language): DocumentListItem {
  return { id: title, title, language, organisation: null, year: null, lineCount: 1 };
}
