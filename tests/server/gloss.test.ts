import { describe, expect, it } from "vitest";
import { openDictionary } from "../../ingest/language/open-dictionary.ts";
import type { Gloss } from "../../server/api/gloss.ts";
import { gloss } from "../../server/gloss/gloss.ts";
import { glossSchema } from "../../server/routes/gloss.ts";
import { buildApp } from "./fake-parts.ts";

const dictionary = openDictionary(undefined);
const { app } = buildApp({ gloss: (text) => gloss(dictionary, text) });

async function lookUp(text: string): Promise<Gloss> {
  const body = await (await app.request(`/api/gloss?text=${encodeURIComponent(text)}`)).json();
  expect(glossSchema.parse(body)).toEqual(body);
  return body;
}

describe("GET /api/gloss", () => {
  it.each([
    ["創新", "创新"],
    ["创新", "创新"],
  ])("gives the entries of %s with tone marks", async (text) => {
    const { words } = await lookUp(text);
    expect(words[0]).toMatchObject({
      text,
      entries: [
        {
          traditional: "創新",
          simplified: "创新",
          pinyin: "chuàng xīn",
          senses: ["to bring forth new ideas; to blaze new trails", "innovation"],
        },
      ],
    });
  });

  it("gives every reading of a character, without its measure words", async () => {
    const { words } = await lookUp("行");
    expect(words[0]?.entries.map(({ pinyin }) => pinyin)).toEqual(["háng", "héng", "xíng"]);
    const senses = words[0]?.entries.flatMap((entry) => entry.senses) ?? [];
    expect(senses).toContain("used in 道行 dào héng");
    expect((await lookUp("人")).words[0]?.entries.flatMap((entry) => entry.senses).join()).not.toContain(
      "CL:",
    );
  });

  it("takes the longest words, once each, through a line end", async () => {
    const { words } = await lookUp("香港發展新質\n生產力，香港");
    expect(words.map(({ text }) => text)).toEqual(["香港", "發展", "新質生產力"]);
    expect(words[2]?.terms[0]?.english[0]).toMatch(/new quality productive forces/i);
  });

  it("gives the terms of the thesaurus in both scripts", async () => {
    const { words } = await lookUp("Policy Address");
    expect(words.map(({ text }) => text)).toEqual(["Policy Address"]);
    expect(words[0]?.terms[0]?.chinese[0]).toEqual({ traditional: "施政報告", simplified: "施政报告" });
  });

  it("gives the Chinese words for English ones, the meant reading of each", async () => {
    const { words } = await lookUp("the innovations of Green industry");
    expect(words.map(({ text }) => text)).toEqual(["innovations", "Green", "industry"]);
    expect(words[0]?.entries.map(({ traditional }) => traditional)).toContain("創新");
  });

  it.each(["qwxz", "123 ，。", "🙂"])("knows no word in %s", async (text) => {
    expect(await lookUp(text)).toEqual({ words: [] });
  });

  it.each(["", "?text=", "?text=%20", `?text=${"x".repeat(201)}`, "?text=a&text=b", "?word=a"])(
    "refuses '%s'",
    async (search) => {
      const response = await app.request(`/api/gloss${search}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "request_invalid" });
    },
  );
});
