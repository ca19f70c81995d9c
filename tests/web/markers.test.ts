import { describe, expect, test } from "vitest";
import { numberMarkers, removeMarkers } from "../../web/src/answer/markers.ts";

describe("numberMarkers", () => {
  test("numbers citations by where they first appear", () => {
    const numbers = numberMarkers("甲[3]乙[1]丙[3]丁[2]", new Set([1, 2, 3]));
    expect([...numbers]).toEqual([
      [3, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  test("gives no number to brackets that cite nothing", () => {
    expect([...numberMarkers("[2024] 甲 [7]", new Set([7, 8]))]).toEqual([[7, 1]]);
  });
});

describe("removeMarkers", () => {
  test("takes markers away with the space before them", () => {
    expect(removeMarkers("第一句。 [1]\n- b [2][13].")).toBe("第一句。\n- b.");
  });
});
