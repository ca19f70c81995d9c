import { describe, expect, it } from "vitest";
import { documentOutlineSchema, foundPlacesSchema } from "../../server/routes/response-schemas.ts";
import { buildApp, buildBase } from "./fake-parts.ts";

/** An application over one document of these lines. */
function appOf(lines: readonly string[]) {
  const base = {
    ...buildBase({ "a/b.txt": lines.length }),
    headings: (id: string) => (id === "a/b.txt" ? [{ line: 2, level: 1, text: "第一章" }] : []),
    lines: (_: string, from: number, to: number) =>
      lines.slice(from - 1, to).map((text, index) => ({ number: from + index, text, page: null })),
  };
  return buildApp({ knowledge: () => ({ base }) }).app;
}

async function find(lines: readonly string[], query: string) {
  const response = await appOf(lines).request(
    `/api/documents/a/b.txt/find?query=${encodeURIComponent(query)}`,
  );
  const body = await response.json();
  expect(foundPlacesSchema.parse(body)).toEqual(body);
  return body;
}

async function places(lines: readonly string[], query: string): Promise<string[]> {
  const found = (await find(lines, query)) as {
    places: { startLine: number; start: number; endLine: number; end: number }[];
  };
  return found.places.map(({ startLine, start, endLine, end }) => `${startLine}:${start}-${endLine}:${end}`);
}

describe("GET /api/documents/{id}/find", () => {
  it.each<[string, readonly string[], string, readonly string[]]>([
    ["every place", ["創科，創科", "", "創科"], "創科", ["1:0-1:2", "1:3-1:5", "3:0-3:2"]],
    ["the other script", ["發展創新科技"], "创新科技", ["1:2-1:6"]],
    ["any case and width", ["The ＡＢＣ plan"], "abc PLAN", ["1:4-1:12"]],
    ["Chinese over a line end and blanks", ["推動新質", "", "  生產力 "], "新質生產力", ["1:2-3:5"]],
    ["Chinese set apart by blanks", ["新 質 生產力"], "新質生產力", ["1:0-1:7"]],
    ["English over a line end", ["the new productive", "", "forces of"], "productive forces", ["1:8-3:6"]],
    ["part of a word", ["reproductive"], "product", ["1:2-1:9"]],
    ["no word made of two", ["the rapist", "the", "rapist"], "therapist", []],
    ["no two words made of one", ["therapist"], "the rapist", []],
    ["Chinese beside English", ["採用 AI 技術"], "用AI技术", ["1:1-1:8"]],
    ["what is a pattern elsewhere as it stands", ["a.*b (c)"], ".*b (", ["1:1-1:6"]],
    ["nothing that is not there", ["創科"], "金融", []],
  ])("finds %s", async (_, lines, query, expected) => {
    expect(await places(lines, query)).toEqual(expected);
  });

  it("finds what begins in one part of a long document and ends in the next", async () => {
    const lines = Array.from({ length: 2500 }, (_, index) =>
      index === 999 ? "甲乙" : index === 1000 ? "丙丁" : "x",
    );
    expect(await places(lines, "乙丙")).toEqual(["1000:1-1001:1"]);
    expect(await places(lines, "丙丁")).toEqual(["1001:0-1001:2"]);
  });

  it("goes through a line once, however often the words almost stand in it", async () => {
    expect(await places([`${"a b ".repeat(100_000)}ab`], "ab")).toEqual(["1:400000-1:400002"]);
  });

  it("says that there are more than it lists", async () => {
    const lines = Array.from({ length: 2001 }, () => "x");
    const { places, isComplete } = await find(lines, "x");
    expect([places.length, isComplete]).toEqual([2000, false]);
    expect((await find(lines.slice(1), "x")).isComplete).toBe(true);
  });

  it.each(["", "?query=", "?query=%20", `?query=${"x".repeat(201)}`, "?query=a&query=b", "?query=a&form=1"])(
    "refuses '%s'",
    async (search) => {
      const response = await appOf(["x"]).request(`/api/documents/a/b.txt/find${search}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "request_invalid" });
    },
  );

  it("knows no document that is not there", async () => {
    const response = await appOf(["x"]).request("/api/documents/c.txt/find?query=x");
    expect(await response.json()).toMatchObject({ code: "document_unknown" });
  });
});

describe("GET /api/documents/{id}/outline", () => {
  it("lists the headings with their lines", async () => {
    const body = await (await appOf(["題", "第一章"]).request("/api/documents/a/b.txt/outline")).json();
    expect(documentOutlineSchema.parse(body)).toEqual(body);
    expect(body).toEqual({ id: "a/b.txt", headings: [{ line: 2, level: 1, text: "第一章" }] });
  });
});
