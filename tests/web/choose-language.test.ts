import { expect, test } from "vitest";
import { chooseLanguage } from "../../web/src/i18n/choose-language.ts";

test.for([
  [null, ["zh-HK", "en"], "zh-Hant"],
  [null, ["zh-TW"], "zh-Hant"],
  [null, ["yue"], "zh-Hant"],
  [null, ["zh"], "zh-Hans"],
  [null, ["zh-SG"], "zh-Hans"],
  [null, ["zh-Hant-CN"], "zh-Hant"],
  [null, ["fr-FR", "en-GB", "zh-HK"], "en"],
  [null, ["fr", "not a tag"], "en"],
  [null, [], "en"],
  ["zh-Hans", ["zh-HK"], "zh-Hans"],
  ["gone", ["zh-HK"], "zh-Hant"],
] as const)("saved %j and preferred %j give %s", ([saved, preferred, language]) => {
  expect(chooseLanguage(saved, preferred)).toBe(language);
});
