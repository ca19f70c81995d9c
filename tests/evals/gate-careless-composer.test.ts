import { expect, it, vi } from "vitest";
import { judgeSomeSeeds } from "./judge-some.ts";

/** A composer that reads the first passage out, whatever was asked, and cites it one line too far down. */
vi.mock(import("../../server/answer/extractive/compose-extract.ts"), async () => ({
  async *composeExtract({ base, passages: [first] }) {
    if (first === undefined) throw new Error("Nothing was retrieved.");
    const { document, title, startLine, endLine, text: quote } = first;
    const text = `${quote.replaceAll("\n", " ")} [1]`;
    yield { event: "delta" as const, data: { text } };
    const lineCount = base.document(document)?.lineCount ?? endLine;
    const range = {
      startLine: Math.min(startLine + 1, lineCount),
      endLine: Math.min(endLine + 1, lineCount),
    };
    const citation = { marker: 1, document, title, page: null, quote, url: "/sources/", ...range };
    const sentences = [{ text: quote, citations: [1], verdict: "supported" as const }];
    return { status: "answered", text, citations: [citation], sentences, mode: "extractive", model: null };
  },
}));

it("the gate refuses a composer that is careless on purpose", { timeout: 180_000 }, async () => {
  const refusals = await judgeSomeSeeds();
  expect(refusals).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Answers: quote verbatim is .* and must be exactly 1$/),
      expect.stringContaining("Answers: gold cited is worse by"),
      expect.stringContaining("Answers: sentences supported is worse by"),
    ]),
  );
});
