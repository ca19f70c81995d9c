import fc from "fast-check";
import { Converter } from "opencc-js";
import { describe, expect, test } from "vitest";
import { fold } from "../../../ingest/language/fold.ts";

describe("fold", () => {
  test.each([
    ["裏 裡 里", "里 里 里"],
    ["顯著 显著 着重 著重", "显着 显着 着重 着重"],
    ["臺灣 台湾 颱風", "台湾 台湾 台风"],
    ["為 爲 为", "为 为 为"],
    ["衞 衛 卫 綫 線 线 羣 群 峯 峰", "卫 卫 卫 线 线 线 群 群 峰 峰"],
    ["滙豐 匯豐 汇丰 報吿 逹到", "汇丰 汇丰 汇丰 报告 达到"],
    ["計畫 計劃 计划 憑藉 凭借", "计划 计划 计划 凭借 凭借"],
    ["部份 部分 帳戶 账户", "部分 部分 账户 账户"],
    ["ＡＢＣ　１２３，％", "abc 123,%"],
    ["RAISe+ Café Ødegård", "raise+ cafe odegard"],
    ["“It’s” — 卡万・肖特", '"it\'s" - 卡万·肖特'],
    ["⼈⺠ ⻓⾦", "人民 长金"],
    ["更 金 龜", "更 金 龟"],
  ])("%s matches as %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test("leaves annotating digits and characters with longer compatibility forms alone", () => {
    expect(fold("2024¹ ①增加 ½ ㎡ ﬁ")).toBe("2024¹ ①增加 ½ ㎡ ﬁ");
  });

  test("keeps the length, unit by unit, and is idempotent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, other) => {
        expect(fold(one)).toHaveLength(one.length);
        expect(fold(fold(one))).toBe(fold(one));
        expect(fold(one + other)).toBe(fold(one) + fold(other));
      }),
    );
  });

  test("is idempotent for every UTF-16 unit", () => {
    const everyUnit = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join("");
    expect(fold(fold(everyUnit))).toBe(fold(everyUnit));
  });
});

const SENTENCES = [
  "政府计划在三年内显著提升本地研发开支占本地生产总值的比重。",
  "我们着重发展低空经济，并为中小企业提供账户里的资金支持。",
  "后来他在皇后大道的公里标志旁边发现了干燥的头发和面条。",
  "台湾的邮政系统联系着广大群众，卫生部门征求意见并复核数据。",
  "乾隆年间的钟表匠只剩几个，慰藉之余借口了解并覆盖全境。",
  "特区政府应制订并系统地检讨占用土地、征收税务及准许入境的准则。",
  "苏醒的经济凭借丰富的想象力与制造业，在台风过后恢复。",
];

describe("fold and OpenCC's phrase conversion", () => {
  const targets = ["hk", "tw", "t"] as const;
  test.each(targets)("simplified text and its conversion to %s fold alike", (target) => {
    const convert = Converter({ from: "cn", to: target });
    for (const sentence of SENTENCES) expect(fold(convert(sentence))).toBe(fold(sentence));
  });

  test.each(targets)("text in %s and its conversion to simplified fold alike", (source) => {
    const toSource = Converter({ from: "cn", to: source });
    const back = Converter({ from: source, to: "cn" });
    for (const sentence of SENTENCES.map((simplified) => toSource(simplified))) {
      expect(fold(back(sentence))).toBe(fold(sentence));
    }
  });
});
