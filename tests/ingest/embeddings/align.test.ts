import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import createAssembler from "wabt";
import { alignQuestion } from "../../../ingest/embeddings/builtin/align.ts";

const folder = new URL("../../../ingest/embeddings/builtin/", import.meta.url);
const align = (question: string, passage: string) => alignQuestion(question, () => 1)(passage);

describe("alignQuestion", () => {
  it("is 1 where every word of the question stands in the passage", () => {
    expect(align("interest rate", "The interest rate rises.")).toBeCloseTo(1);
    expect(align("減少碳排放", "我們要减少碳排放。")).toBeCloseTo(1);
  });

  it("brings a question nearer to its translation than to another text", () => {
    const question = "Which tax relief do employers receive?";
    expect(align(question, "僱主可獲稅務寬免")).toBeGreaterThan(
      align(question, "港口的船隻停泊於碼頭") + 0.1,
    );
  });

  it("counts rare words more", () => {
    const passage = "港口的船隻";
    const preferring = (term: string) =>
      alignQuestion("港口稅務", (word) => (word === term ? 5 : 0.1))(passage);
    expect(preferring("港口")).toBeGreaterThan(preferring("税务"));
  });

  it("compares several questions in turn as each alone", () => {
    const passages = ["港口的船隻停泊於碼頭", "The interest rate rises.", "僱主可獲稅務寬免 ".repeat(40)];
    const questions = ["港口稅務", "Which tax relief do employers receive?"];
    const alone = questions.map((question) => passages.map((passage) => align(question, passage)));
    const [one, other] = questions.map((question) => alignQuestion(question, () => 1));
    const inTurn = passages.map((passage) => [one?.(passage), other?.(passage)]);
    expect(inTurn.map(([first]) => first)).toEqual(alone[0]);
    expect(inTurn.map(([, second]) => second)).toEqual(alone[1]);
  });

  it("is 0 for a question or passage without words", () => {
    expect(align("？", "港口")).toBe(0);
    expect(align("港口", "")).toBe(0);
  });
});

describe("products.wasm", () => {
  it("is what its source compiles to", async () => {
    const assembler = await createAssembler();
    const source = assembler.parseWat("products.wat", readFileSync(new URL("products.wat", folder), "utf8"), {
      simd: true,
    });
    expect(Buffer.from(source.toBinary({}).buffer)).toEqual(readFileSync(new URL("products.wasm", folder)));
  });
});
