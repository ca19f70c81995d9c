import { describe, expect, test } from "vitest";
import { loadDictionary } from "../../../../ingest/language/dictionary.ts";
import { verifySentence } from "../../../../server/answer/verify/verify-sentence.ts";

const dictionary = loadDictionary();
const tax = "政府可考慮將股票印花稅由現時的0.1%減至0.05%，以提升市場競爭力。";
const growth = "韓國食品工業總產值由2016年的47.8萬億韓元增長至2022年的67.7萬億韓元，年均複合增長率為5.96%。";
const fund = "The board decided not to extend the fund beyond 2025, as only 1.2 billion dollars were left.";

function verdictOf(sentence: string, cited: string | readonly string[], question = ""): string {
  return verifySentence({ sentence, cited: [cited].flat(), question, dictionary });
}

describe("verifySentence", () => {
  test.each([
    ["a sentence quoted word for word", tax, tax],
    [
      "a quotation over wrapped lines",
      "政府可考慮將股票印花稅由現時的0.1%減至0.05%",
      ["政府可考慮將股票印", "花稅由現時的0.1%減至0.05%，以提升"],
    ],
    ["a quotation in the other script", "政府可考虑将股票印花税由现时的0.1%减至0.05%", tax],
    ["a shorter wording of the same", "股票印花稅可由0.1%減至0.05%", tax],
    ["figures in words", "The fund had 1,200 million dollars left and was not extended beyond 2025.", fund],
    [
      "a translation",
      "South Korea's food industry output grew from 47.8 trillion to 67.7 trillion won from 2016 to 2022.",
      growth,
    ],
  ])("supports %s", (_, sentence, cited) => {
    expect(verdictOf(sentence, cited)).toBe("supported");
  });

  test.each([
    ["another figure", "股票印花稅可由0.1%減至0.08%", tax],
    [
      "another scale",
      "South Korea's food industry output grew from 47.8 billion to 67.7 billion won.",
      growth,
    ],
    ["another currency", "韓國食品工業總產值增長至67.7萬億美元", growth],
    ["another year", "韓國食品工業總產值由2015年的47.8萬億韓元增長至67.7萬億韓元", growth],
    ["a no the lines do not say", "政府不可考慮將股票印花稅由0.1%減至0.05%", tax],
    ["a yes where the lines say no", "The board decided to extend the fund beyond 2025.", fund],
    ["a name the lines do not hold", "KPMG decided not to extend the fund beyond 2025.", fund],
    ["other lines", "股票印花稅可由0.1%減至0.05%", growth],
    ["no lines", tax, []],
  ])("does not support a sentence with %s", (_, sentence, cited) => {
    expect(verdictOf(sentence, cited)).not.toBe("supported");
  });

  test("lets a year pass that only the question gives", () => {
    expect(verdictOf("2024年建議股票印花稅由0.1%減至0.05%", tax, "2024年建議書對股票印花稅有何建議？")).toBe(
      "supported",
    );
  });
});
