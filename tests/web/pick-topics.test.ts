import { expect, test } from "vitest";
import { pickTopics } from "../../web/src/start/pick-topics.ts";

test("takes the deepest headings, each once, the documents in turn", () => {
  const first = [
    found("一、新服務", "1.6 低空經濟"),
    found("一、新服務", "1.6 低空經濟"),
    found("4. 跨境電商"),
  ];
  const second = [found("Annual leave"), found("Travel claims")];
  expect(pickTopics([first, second], 4)).toEqual(["低空經濟", "Annual leave", "Travel claims", "跨境電商"]);
  expect(pickTopics([first, second], 2)).toEqual(["低空經濟", "Annual leave"]);
});

test("leaves out the title, parts of any document, and passages without a heading", () => {
  expect(pickTopics([[found("A title"), found("附錄", "六大優勢"), found()]], 4)).toEqual([]);
  expect(pickTopics([[], []], 4)).toEqual([]);
  expect(pickTopics([], 4)).toEqual([]);
});

function found(...headings: string[]) {
  return { title: "A title of a document", headings };
}
