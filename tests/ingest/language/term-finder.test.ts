import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTermFinder } from "../../../ingest/language/term-finder.ts";
import { indexTerms } from "../../../ingest/language/tokens.ts";

describe("createTermFinder", () => {
  const texts = [
    "經濟貿易辦事處（經貿辦）2025-26年度撥款1,234.5萬元",
    "二零二四年三十九項措施，R&D tax policies raised in U.S. markets by 39E and RAISe+.",
    "em\u00adployees’ co\u0301operative 𠮷野家 went 🙂 there",
  ];
  const terms = [...new Set(texts.flatMap((text) => [...indexTerms(text).keys()]))];
  const find = createTermFinder(terms);

  it.each(texts)("finds in '%s' exactly its index terms", (text) => {
    const found = find(text).map((number) => terms[number]);
    expect(found.toSorted()).toEqual([...indexTerms(text).keys()].toSorted());
  });

  it("finds in any text the wanted terms among its index terms, each once", () => {
    const pieces = fc.constantFrom(..."經濟贸易零二四年十九 ,.&+-’'39ERaUS\u00ad\u0301🙂𠮷ﾞが", ...terms);
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        const held = indexTerms(text);
        const found = find(text).map((number) => terms[number] ?? "");
        expect(found.toSorted()).toEqual(terms.filter((term) => held.has(term)).toSorted());
      }),
      { numRuns: 2000 },
    );
  });
});
