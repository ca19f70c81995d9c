import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { search } from "../../../server/answer/search.ts";
import type { Explanation } from "../../../server/api/explanation.ts";
import type { HistoryTurn } from "../../../server/api/types.ts";
import { searchResponseSchema } from "../../../server/routes/response-schemas.ts";
import { type PublishedTexts, publishTexts } from "./published-texts.ts";

const subjects = {
  "工廠/運輸署 2024.txt":
    "運輸署二零二四年度意見書\n\n運輸署建議資助電動車充電設施，讓清真食品工廠更換車隊。\n",
  "運輸署 2023.txt": "運輸署二零二三年度意見書\n\n運輸署建議研究渡輪碼頭的無障礙通道。\n",
  "harbour.txt": "Harbour report\n\nThe office offers subsidies for electric vehicles and charging points.\n",
};
const signal = new AbortController().signal;

describe("a search that is asked to explain itself", () => {
  let texts: PublishedTexts;
  beforeAll(async () => {
    texts = await publishTexts(subjects);
  });
  afterAll(() => texts.remove());

  async function explain(query: string, document: string, history: readonly HistoryTurn[] = []) {
    const request = { query, limit: 5, explain: true, history, documents: [document] };
    const { passages } = await search(texts.parts, texts.base, request, signal);
    if (!passages[0]?.explanation) throw new Error("expected an explanation");
    return { passage: passages[0], explanation: passages[0].explanation };
  }
  const chinese = "工廠/運輸署 2024.txt";

  it.each([
    ["电动车充电设施", chinese, "电动车充电设施", "電動車充電設施", "written", "question"],
    ["electric vehicles", chinese, "electric vehicles", "電動車", "translation", "question"],
    ["電動車", "harbour.txt", "電動車", "electric vehicles", "translation", "question"],
    ["Is there a subsidy?", "harbour.txt", "subsidy", "subsidies", "form", "question"],
    ["無障礙設施", "運輸署 2023.txt", "無障礙", "無障礙", "written", "question"],
  ] as const)("“%s” in %s: %s is found as %s, %s", async (query, document, term, text, kind, origin) => {
    const { explanation } = await explain(query, document);
    const match = explanation.matches.find((found) => found.term === term);
    expect(match?.origin).toBe(origin);
    expect(match?.wordings[0]).toMatchObject({ text, kind, place: "text" });
  });

  it("tells a synonym from the word itself", async () => {
    const { explanation } = await explain("電動車有冇補貼？", chinese);
    const match = explanation.matches.find(({ term }) => term === "補貼");
    expect(match?.wordings[0]).toMatchObject({ text: "資助", kind: "synonym", place: "text" });
  });

  it("says which words of the question name the document, and where its name has them", async () => {
    const { explanation } = await explain("運輸署 2024 年怎樣資助充電設施？", chinese);
    expect(explanation.naming.map(({ term, wordings }) => [term, wordings[0]?.text])).toContainEqual([
      "2024",
      "二零二四",
    ]);
    expect(explanation.features.find(({ name }) => name === "document")?.value).toBe(1);
  });

  it("tells earlier turns' words from the question's own", async () => {
    const history: HistoryTurn[] = [{ role: "user", content: "電動車有甚麼支援？" }];
    const { explanation } = await explain("那充電設施呢？", chinese, history);
    const origins = new Map(explanation.matches.map(({ term, origin }) => [term, origin]));
    expect(origins.get("充電設施")).toBe("question");
    expect(origins.get("電動車")).toBe("earlier");
  });

  it("lists what the passage does not hold", async () => {
    const { explanation } = await explain("subsidies for windmills", "harbour.txt");
    expect(explanation.unmatched).toEqual(["windmills"]);
  });

  it.each(["運輸署 2024 年怎樣資助充電設施？", "subsidies for electric vehicles"])(
    "accounts for the score of every passage by its features, in the described shape: %s",
    async (query) => {
      const response = await search(texts.parts, texts.base, { query, limit: 5, explain: true }, signal);
      expect(searchResponseSchema.parse(response)).toEqual(response);
      for (const { score, explanation } of response.passages) {
        const { features } = explanation as Explanation;
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(features.map(({ value, weight }) => value * weight))).toBeCloseTo(score, 9);
        expect(sum(features.map(({ weight }) => weight))).toBeCloseTo(1, 9);
        if (score > 0) expect(sum(features.map(({ share }) => share))).toBeCloseTo(1, 9);
      }
    },
  );

  it("names the cross-encoder's part where there is one", async () => {
    const reranker = { score: async (_: string, shown: readonly string[]) => shown.map(() => 0.5) };
    const request = { query: "subsidies", limit: 1, explain: true };
    const { passages } = await search({ ...texts.parts, reranker }, texts.base, request, signal);
    const rows = passages[0]?.explanation?.features ?? [];
    expect(rows.find(({ name }) => name === "rerank")).toMatchObject({ value: 0.5, weight: 0.75 });
    expect(rows.reduce((sum, { value, weight }) => sum + value * weight, 0)).toBeCloseTo(
      passages[0]?.score ?? 0,
      9,
    );
  });

  it("explains nothing unless asked", async () => {
    const { passages } = await search(texts.parts, texts.base, { query: "subsidies", limit: 5 }, signal);
    expect(passages.some((passage) => "explanation" in passage)).toBe(false);
  });
});
