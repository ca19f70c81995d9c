import { describe, expect, test } from "vitest";
import { loadDictionary } from "../../../../ingest/language/dictionary.ts";
import { verifySentence } from "../../../../server/answer/verify/verify-sentence.ts";

const dictionary = loadDictionary();
const tax = "政府可考慮將股票印花稅由現時的0.1%減至0.05%，以提升市場競爭力。";
const growth = "韓國食品工業總產值由2016年的47.8萬億韓元增長至2022年的67.7萬億韓元，年均複合增長率為5.96%。";
const trade = "金管局今年3月引述，2022年韓國對歐美出口達299億美元，佔亞洲三分之一以上。";
const mediation = "在國家的大力支持下，國際調解院今年5月在香港設立總部。";
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
    ["an organisation by its full name", "香港金融管理局引述，2022年韓國對歐美出口達299億美元", trade],
    ["a country that the lines shorten", "金管局引述，2022年韓國對美國和歐洲出口達299億美元", trade],
    [
      "names in the other language",
      "The HKMA quoted that South Korea's exports to Europe and America reached US$29.9 billion in 2022.",
      trade,
    ],
    [
      "a foreign name by its sound",
      "Exports of Jacksonville reached 29.9 billion dollars in 2022.",
      "2022年傑克遜維爾出口達299億美元。",
    ],
    ["a term in another wording", "製造業佔GDP的比率達5%", "製造業佔本地生產總值的比率達5%，是近年新高。"],
    ["a month in English", "The International Mediation Centre set up its headquarters in May.", mediation],
    [
      "a percentage in the words of Chinese",
      "報告指全年出口高於預期，增加百分之三。",
      "報告指全年出口增加3%，高於預期。",
    ],
    ["a Roman numeral in digits", "他在第 33 屆超級碗中獲勝。", "He won Super Bowl XXXIII and then retired."],
    [
      "a foreign name that the lines write in Latin letters",
      "約翰·埃爾維在 1998 年獲勝。",
      "John Elway won in 1998 at the age of 38.",
    ],
    [
      "a people by its country",
      "匈牙利人在 1848 年反抗政府。",
      "In 1848 the Hungarians resisted the government.",
    ],
    [
      "figures that stand side by side",
      "24 companies in 2015 replied.",
      "In 2015 24 companies replied to us.",
    ],
    ["a count in other words", "CEPA推行逾二十年，小門未開", "CEPA推行逾廿年，大門已開，小門未開。"],
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
    ["another country", "金管局引述，2022年新加坡對歐美出口達299億美元", trade],
    ["another organisation", "貿發局引述，2022年韓國對歐美出口達299億美元", trade],
    [
      "another country, in the other language",
      "The HKMA quoted that Vietnam's exports to Europe and America reached US$29.9 billion in 2022.",
      trade,
    ],
    [
      "a name of several words that the lines do not hold",
      "With strong support the Branding Council set up its headquarters in Hong Kong in May.",
      mediation,
    ],
    ["a no before a figure", "2022年韓國對歐美出口沒有299億美元", trade],
    [
      "a no that its lines in the other language do not say",
      "South Korea's food industry output did not grow from 47.8 trillion to 67.7 trillion won.",
      growth,
    ],
    [
      "the opposite of its lines",
      "2022年韓國對歐美出口下降至299億美元",
      "2022年韓國對歐美出口上升至299億美元，創下紀錄。",
    ],
    [
      "the opposite of lines in the other language",
      "South Korea's food industry output fell from 47.8 trillion to 67.7 trillion won.",
      growth,
    ],
    [
      "a must where the lines say may",
      "Members must renew their cards at the counter.",
      "Members may renew their cards at the counter.",
    ],
    [
      "another foreign name, by its sound",
      "培頓·曼寧在 1998 年獲勝，當時 38 歲。",
      "John Elway won in 1998 at the age of 38.",
    ],
    [
      "a figure of another year than its own",
      "生產性服務業的比重在2019年為28.7%。",
      "生產性服務業的比重在1980年為28.7%，2019年為42.2%。",
    ],
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
