import { describe, expect, it } from "vitest";
import type { KnowledgeBase, TermGroup } from "../../../ingest/index/knowledge-base.ts";
import { indexTerms } from "../../../ingest/language/tokens.ts";
import { matchGroup } from "../../../server/answer/match.ts";
import { nameBySound } from "../../../server/answer/names-by-sound.ts";

/** A base of one passage. */
function baseOf(text: string): KnowledgeBase {
  const terms = indexTerms(text);
  return {
    documentFrequency: (group: TermGroup) => (matchGroup(group, terms) > 0 ? 1 : 0),
  } as unknown as KnowledgeBase;
}

function asked(label: string) {
  const group = {
    label,
    weight: 1,
    alternatives: [{ terms: [...indexTerms(label).keys()].slice(0, 1), weight: 1 }],
  };
  return {
    text: label,
    language: "en",
    groups: [group],
    searchGroups: [group],
    earlierText: "",
    searchText: label,
  } as const;
}

const wordings = (label: string, text: string) =>
  nameBySound(asked(label), baseOf(text)).searchGroups.flatMap(({ alternatives }) =>
    alternatives.map(({ terms }) => terms.join(" ")),
  );

describe("nameBySound", () => {
  it("adds how the documents write a foreign name, and leaves its own form first", () => {
    expect(wordings("Jacksonville", "傑克遜維爾在佛羅里達州")).toEqual([
      "jacksonvill",
      "杰克 克逊 逊维 维尔",
    ]);
    expect(wordings("Jacksonville's", "傑克遜維爾在佛羅里達州")).toContain("杰克 克逊 逊维 维尔");
  });

  it.each([
    ["a name that the documents hold as it stands", "Jacksonville", "Jacksonville（傑克遜維爾）"],
    ["an acronym", "RCEP", "雷克普"],
    ["a common word", "jacksonville", "傑克遜維爾"],
    ["a name of another sound", "Brownlee", "傑克遜維爾"],
  ])("leaves %s alone", (_, label, text) => {
    expect(wordings(label, text)).toHaveLength(1);
  });
});
