import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stem } from "../../../ingest/language/stem.ts";

describe("stem", () => {
  test.each([
    "policy policies",
    "university universities university's universities'",
    "tax taxes taxed taxing",
    "build builds building buildings built",
    "trade trades traded trading",
    "raise raises raised raising",
    "increase increases increased increasing",
    "organise organising organised organize organizes organizing",
    "organisation organisations organization organizations",
    "labour labor labours",
    "centre centres center centers",
    "programme programmes program programs",
    "use uses used using",
    "plan plans planned planning",
    "plane planes",
    "care cares cared caring",
    "control controls controlled controlling",
    "travel travels travelled traveling",
    "apply applies applied applying",
    "agree agrees agreed agreeing",
    "add adds added adding",
    "class classes",
    "business businesses",
    "size sizes sized sizing",
    "hold holds held holding",
    "take takes took taken taking",
    "woman women",
  ])("brings %s together", (words) => {
    expect(new Set(words.split(" ").map(stem))).toHaveLength(1);
  });

  test.each([
    ["plan", "plane"],
    ["car", "care"],
    ["rat", "rate"],
    ["hop", "hope"],
    ["new", "news"],
    ["organ", "organization"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  test.each(["b2b", "3d", "ai", "gas", "status", "crisis", "王", "naïve"])("leaves %s as it is", (word) => {
    expect(stem(word)).toBe(word);
  });

  test("never gives an empty word", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
        expect(stem(word)).not.toBe("");
      }),
    );
  });
});
