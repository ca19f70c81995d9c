import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectLanguage } from "../../../ingest/language/detect.ts";

describe("detectLanguage", () => {
  test.each([
    ["什么", "zh-Hans"],
    ["什麼", "zh-Hant"],
    ["低空经济", "zh-Hans"],
    ["低空經濟", "zh-Hant"],
    ["税", "zh-Hant"],
    ["皇后大道", "zh-Hant"],
    ["恒生銀行", "zh-Hant"],
    ["乾隆时期", "zh-Hans"],
    ["冇", "zh-Hant"],
    ["CMA 對 RAISe+ 計劃有什麼建議", "zh-Hant"],
    ["The Hong Kong Chamber of Commerce 的建議", "zh-Hant"],
    ["R&D 开支", "zh-Hans"],
    ["Hello", "en"],
    ["RAISe+", "en"],
    ["CMA 2024", "en"],
    ["What is 施政報告?", "en"],
    ["What does 施政報告 say about housing?", "en"],
    ["Où est le café?", "en"],
  ])("%s is %s", (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test("Chinese in characters both scripts share gets the fallback", () => {
    expect(detectLanguage("中文")).toBe("zh-Hant");
    expect(detectLanguage("中文", "zh-Hans")).toBe("zh-Hans");
    expect(detectLanguage("中文", "en")).toBe("zh-Hant");
  });

  test("a text without letters gets the fallback", () => {
    expect(detectLanguage("2024?", "en")).toBe("en");
    expect(detectLanguage("", "zh-Hans")).toBe("zh-Hans");
  });

  test("any text without ideographs but with a word is English, whatever the fallback", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ a-zA-Z0-9?.,]{0,30}$/), (text) => {
        expect(detectLanguage(`${text} word`, "zh-Hant")).toBe("en");
      }),
    );
  });
});
