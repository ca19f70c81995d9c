import { expect, test } from "vitest";
import type { Answer, Citation } from "../../server/api/types.ts";
import { citeAnswer } from "../../web/src/chat/actions/cite-answer.ts";

const words = {
  heading: "Sources",
  describe: ({ from, to }: { from: number; to: number }) => `lines ${from}–${to}`,
  origin: "https://answers.example",
};

test("an answer is copied with its sources, numbered as on the page", () => {
  const answer = { text: "**Leave**\n- Twelve days. [7]\n- Paid. [2][7]", citations: [cite(2), cite(7)] };
  expect(citeAnswer(answer as unknown as Answer, words)).toBe(
    [
      "Leave",
      "- Twelve days. [1]",
      "- Paid. [2][1]",
      "",
      "Sources",
      "[1] Handbook, lines 7–8",
      "    https://answers.example/sources/a.txt#L7-L8",
      "[2] Handbook, lines 2–3",
      "    https://answers.example/sources/a.txt#L2-L3",
    ].join("\n"),
  );
});

test("an answer that cites nothing is copied alone", () => {
  expect(citeAnswer({ text: "Hello.", citations: [] } as unknown as Answer, words)).toBe("Hello.");
});

function cite(marker: number): Citation {
  const place = { startLine: marker, endLine: marker + 1, url: `/sources/a.txt#L${marker}-L${marker + 1}` };
  return { marker, document: "a.txt", title: "Handbook", page: null, quote: "", ...place };
}
