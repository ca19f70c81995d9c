import { expect, test } from "vitest";
import { otherWordings, showForms } from "../../web/src/sources/gloss/chinese-forms.ts";

const forms = (traditional: string, simplified: string) => ({ traditional, simplified });

test("a word is shown in the script of the reader's language, and in both to a reader of English", () => {
  const word = forms("創新", "创新");
  expect(["zh-Hant", "zh-Hans", "en"].map((language) => showForms(word, language))).toEqual([
    "創新",
    "创新",
    "創新 / 创新",
  ]);
  expect(showForms(forms("科技", "科技"), "en")).toBe("科技");
});

test("other wordings are given once, whichever script they are listed in, without the word itself", () => {
  const wordings = [
    forms("創新科技", "创新科技"),
    forms("科技創新", "科技创新"),
    forms("科技创新", "科技创新"),
    forms("創科", "创科"),
    forms("创科", "创科"),
  ];
  expect(otherWordings(wordings, "科技創新")).toEqual([wordings[0], wordings[3]]);
  expect(otherWordings(wordings, "技術創新")).toHaveLength(3);
});
