import { describe, expect, it } from "vitest";
import { type Leaning, measureLeaning } from "../../../server/answer/leaning.ts";

describe("measureLeaning", () => {
  it.each<[string, Leaning]>([
    ["And in 2024?", "strong"],
    ["What about the branch in Macau?", "strong"],
    ["Why?", "strong"],
    ["Can you explain that in more detail?", "strong"],
    ["How much will it cost?", "strong"],
    ["Who runs these schemes?", "strong"],
    ["When does the second one begin?", "strong"],
    ["2024 年呢？", "strong"],
    ["那麼內地呢？", "strong"],
    ["點解？", "strong"],
    ["佢哋點樣申請？", "strong"],
    ["這項計劃由誰負責？", "strong"],
    ["第二个什么时候开始？", "strong"],
    ["这由谁来负责？", "strong"],
    ["该计划的期限是多久？", "strong"],
    ["Who would the money go to?", "weak"],
    ["要幾多錢？", "strong"],
    ["仲有另一個係點申請㗎？", "strong"],
    ["Which others are on the list?", "strong"],
    ["管理緊幾多間？", "weak"],
    ["邊個審批？", "weak"],
    ["How many people?", "weak"],
  ])("takes “%s” to lean on what came before: %s", (question, expected) => {
    expect(measureLeaning(question)).toBe(expected);
  });

  it.each([
    "What does the Labour Department do for its inspectors?",
    "In its annual report, what does the Airport Authority say about cargo?",
    "Is it possible to extend a temporary permit for a food stall?",
    "Which measures help those who work at night?",
    "What did the survey find about noise this year?",
    "What is RCEP?",
    "How are ferries inspected?",
    "What do these documents say about parking fees?",
    "屋宇署怎樣處理僭建物？",
    "渡輪牌照呢類文件要幾耐批？",
    "其他地區的渡輪收費應該怎樣釐定？",
    "因此而停工的工人可以申請甚麼津貼呢？",
    "這些文件怎樣談及停車場收費？",
    "最低工资是多少？",
    "什么是文书税？",
    "總幹事係邊個？",
    "What is rent?",
  ])("takes “%s” to stand alone", (question) => {
    expect(measureLeaning(question)).toBe("none");
  });
});
