import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinInert } from "../../../server/answer/model/inert-text.ts";
import { ReplyScanner } from "../../../server/answer/model/scan-reply.ts";

function scan(pieces: readonly string[]): string {
  const scanner = new ReplyScanner({
    passageCount: 3,
    isKnownUrl: (url) => url === "https://known.example/a",
  });
  const tokens = [...pieces.flatMap((piece) => scanner.push(piece)), ...scanner.end()];
  return tokens.reduce((written, token) => {
    if (token.kind === "text") return written + joinInert(written, token.text);
    if (token.kind === "marker") {
      const points = token.references.map(({ passage, lines }) =>
        lines ? `${passage}:${lines.from}-${lines.to}` : `${passage}`,
      );
      return written + joinInert(written, `{${points.join(" ")}}`);
    }
    return `${written}{${token.kind}}`;
  }, "");
}

describe("a reply as it is scanned", () => {
  it.each([
    ["a [1:3-5].", "a {1:3-5}."],
    ["a [1:3].", "a {1:3-3}."],
    ["a [2].", "a {2}."],
    ["甲【1】。乙［1:2－4］。", "甲{1}。乙{1:2-4}。"],
    ["a [1, 2] b [1:3-5, 2:7]", "a {1 2} b {1:3-5 2:7-7}"],
    ["a [1:3-5, 7-9; 12]", "a {1:3-5 1:7-9 1:12-12}"],
    ["a [1-3] b [passage 2, lines 3–5]", "a {1 2 3} b {2:3-5}"],
    ["a [^1] b 【2†source】 c [1†L3-L5] d [來源 2：4]", "a {1} b {2} c {1:3-5} d {2:4-4}"],
    ["a [2:9-4]", "a {2:4-9}"],
    ["a [99] b [0]", "a {99} b {0}"],
    ["in [2024] and [sic] and [附件]", "in ［2024］ and [sic] and [附件]"],
    ["`list[1]` and `x` [1]", "`list`{dropped} and `x` {1}"],
    ["```\na[1] = b[2:3]\n```\nend [1]", "```\na = b\n{dropped}{dropped}```\nend {1}"],
    ["an odd ` and [1]", "an odd ` and {1}"],
    ["see https://known.example/a [1]", "see https://known.example/a {1}"],
    ["see https://evil.example/?q=1[2] now", "see {dropped} now"],
    ["見 www.evil.example。", "見 。"],
    ["![x](https://evil.example/?q=1)", "x"],
    ["great![1:3]", "great!{1:3-3}"],
    ["[words](https://evil.example) [1](javascript:alert)", "words {1}"],
    ["[words][ref]\n\n[ref]: https://evil.example", "［words］[ref]\n\n［ref］: "],
    ["<img src=x onerror=alert(1)> a <script>alert(1)</script> b", " a  b"],
    ["<<script>script>alert(1)</script>", "<"],
    ["3 < 5, a<b and <https://evil.example>", "3 < 5, a＜b and "],
    ["<think>[1] hm\n</think>The fee [1].", "The fee {1}."],
    ["## Fees\n* one\n+ two\n- three", "Fees\n- one\n- two\n- three"],
    ["NOT_FOUND", "{not_found}"],
    ["NOT", "NOT"],
  ])("%j gives %j, however it is cut", (reply, expected) => {
    expect(scan([reply])).toBe(expected);
    expect(scan([...reply])).toBe(expected);
    for (let at = 1; at < reply.length; at++)
      expect(scan([reply.slice(0, at), reply.slice(at)])).toBe(expected);
  });

  it("[R082] never holds a tag, an image, a link or a marker that is not ours", () => {
    const hostile = fc.array(
      fc.constantFrom(
        ..."[]()<>!`:/",
        "【",
        "】",
        "http",
        "://",
        "a",
        "1",
        " ",
        "\n",
        "script",
        "www.",
        "-",
        "文",
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(hostile, (pieces) => {
        const written = scan(pieces);
        expect(written).toBe(scan([pieces.join("")]));
        expect(written).not.toMatch(/<[a-z/!?]|\]\(|\]:|!\[|https?:\/\/|\[\d{1,4}\]/i);
      }),
      { numRuns: 3000 },
    );
  });
});
