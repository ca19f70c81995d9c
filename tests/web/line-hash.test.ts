import { describe, expect, test } from "vitest";
import { buildLineHash, readLineHash } from "../../web/src/sources/line-hash.ts";

describe("readLineHash", () => {
  test.for([
    ["#L12-L14", { from: 12, to: 14 }],
    ["#L12", { from: 12, to: 12 }],
    ["#L12-14", { from: 12, to: 14 }],
    ["#L14-L12", { from: 12, to: 14 }],
    ["L3", { from: 3, to: 3 }],
    ["", null],
    ["#L0", null],
    ["#L-3", null],
    ["#L1-L2x", null],
    ["#12", null],
    ["#L99999999999", null],
  ] as const)("reads %j", ([hash, lines]) => {
    expect(readLineHash(hash)).toEqual(lines);
  });
});

test("buildLineHash writes what readLineHash reads", () => {
  expect(buildLineHash({ from: 12, to: 14 })).toBe("#L12-L14");
  expect(buildLineHash({ from: 12, to: 12 })).toBe("#L12");
});
