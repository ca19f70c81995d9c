import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Citation } from "../../server/api/types.ts";
import { quotePlaceSchema } from "../../server/routes/conversation-schemas.ts";
import { answer, answerEvents, buildApp, buildBase, post } from "./fake-parts.ts";
import { createReader } from "./reader.ts";

/** A base of one document with these lines. */
function baseOf(lines: readonly string[]) {
  return {
    ...buildBase({ "a/b.txt": lines.length }),
    lines: (id: string, from: number, to: number) =>
      id === "a/b.txt"
        ? lines.map((text, index) => ({ number: index + 1, text, page: 7 })).slice(Math.max(0, from - 1), to)
        : [],
  };
}

const cited = { document: "a/b.txt", startLine: 2, endLine: 3, quote: "創新科技是 發展的動力。" };
const before = ["前言", "創新科技是", "發展的動力。", "", "結語"];

async function locate(lines: readonly string[], fields: object = {}) {
  const { app } = buildApp({ knowledge: () => ({ base: baseOf(lines) }) });
  const body = await (await app.request("/api/citations/locate", post({ ...cited, ...fields }))).json();
  expect(quotePlaceSchema.parse(body)).toEqual(body);
  return body;
}

const at = (status: string, startLine: number, endLine: number) => ({
  status,
  startLine,
  endLine,
  page: 7,
  url: `/sources/a/b.txt#L${startLine}-L${endLine}`,
});

describe("a quote whose document was edited", () => {
  it.each<[string, readonly string[], object]>([
    ["is where it was", before, at("same", 2, 3)],
    ["moved down", ["新的", "一段", ...before], at("moved", 4, 5)],
    ["moved up", before.slice(1), at("moved", 1, 2)],
    ["was wrapped otherwise", ["前言", "創新", "科技", "是發展的", "動力。", ""], at("moved", 2, 5)],
    ["stands within one line now", ["x", "y", "z", "又：創新科技是發展的動力。好"], at("moved", 4, 4)],
    ["is in the other script", ["前言", "x", "创新科技是", "发展的动力。"], at("moved", 3, 4)],
    ["has lost a word", ["前言", "創新是", "發展的動力。"], { status: "gone" }],
    ["has lost its lines", ["前言"], { status: "gone" }],
    ["has lost everything", [], { status: "gone" }],
  ])("[R034] %s", async (_, lines, place) => {
    expect(await locate(lines)).toEqual(place);
  });

  it("[R034] is gone with its document", async () => {
    expect(await locate(before, { document: "c.txt" })).toEqual({ status: "gone" });
  });

  it("[R034] is taken where it stands nearest, of several places", async () => {
    const lines = Array.from({ length: 40 }, (_, index) =>
      [3, 18, 19, 39].includes(index) ? "創新科技" : "x",
    );
    const quote = { quote: "創新科技", startLine: 17, endLine: 17 };
    expect(await locate(lines, quote)).toEqual(at("moved", 19, 19));
    expect(await locate(lines, { ...quote, startLine: 31, endLine: 31 })).toEqual(at("moved", 40, 40));
  });
});

/** The characters of some lines without blanks, each with its line. */
function lettersOf(lines: readonly string[]) {
  return lines.flatMap((text, index) =>
    [...text].filter((letter) => letter !== " ").map((letter) => ({ letter, line: index + 1 })),
  );
}

/** Where a quote of one line stands now, found by comparing every stretch of the document. */
function plainPlace(lines: readonly string[], quote: string, near: number) {
  const letters = lettersOf(lines);
  const wanted = lettersOf([quote]).map(({ letter }) => letter);
  const stands = lettersOf([lines[near - 1] ?? ""]).map(({ letter }) => letter);
  if (stands.join("").includes(wanted.join(""))) return at("same", near, near);
  const [nearest] = letters
    .map((_, index) => letters.slice(index, index + wanted.length))
    .filter((stretch) => stretch.map(({ letter }) => letter).join("") === wanted.join(""))
    .map((stretch) => [stretch[0]?.line ?? 0, stretch.at(-1)?.line ?? 0] as const)
    .sort(([one], [other]) => Math.abs(one - near) - Math.abs(other - near));
  return nearest ? at("moved", ...nearest) : { status: "gone" };
}

describe("a quote in a long document", () => {
  const line = fc.string({ unit: fc.constantFrom("甲", "乙", " "), maxLength: 6 });
  const blankLines = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 }));
  const stretches = fc.array(fc.tuple(line, blankLines), { maxLength: 12 });
  const quoteOf = fc.string({ unit: fc.constantFrom("甲", "乙", " "), minLength: 1, maxLength: 8 });

  it("[R034] is found wherever it is found by reading the document whole", async () => {
    const found = { same: 0, moved: 0, gone: 0 };
    await fc.assert(
      fc.asyncProperty(
        stretches,
        quoteOf.filter((quote) => quote.trim() !== ""),
        fc.integer({ min: 1, max: 4000 }),
        async (parts, quote, near) => {
          const lines = parts.flatMap(([text, blank]) => [text, ...Array<string>(blank).fill("")]);
          const place = plainPlace(lines, quote, near);
          expect(await locate(lines, { quote, startLine: near, endLine: near })).toEqual(place);
          found[place.status as keyof typeof found]++;
        },
      ),
    );
    expect(Math.min(found.moved, found.gone)).toBeGreaterThan(10);
  });

  it.each([997, 998, 999, 1000, 1001])(
    "[R034] is found from line %i on, one letter a line",
    async (first) => {
      const lines = [...Array<string>(first - 1).fill("x"), "創", "", "新", "科", "技", "x"];
      expect(await locate(lines, { quote: "創新科技" })).toEqual(at("moved", first, first + 4));
    },
  );

  it("is read in parts, between which other requests have their turn", async () => {
    const base = baseOf([...Array<string>(4999).fill("x"), "創新科技"]);
    const order: string[] = [];
    const lines = (id: string, from: number, to: number) => {
      order.push(`${from}-${to}`);
      return base.lines(id, from, to);
    };
    const { app } = buildApp({ knowledge: () => ({ base: { ...base, lines } }) });
    const answered = app.request("/api/citations/locate", post({ ...cited, quote: "創新科技" }));
    const other = Promise.resolve(app.request("/healthz")).then(() => order.push("other"));
    expect(await (await answered).json()).toEqual(at("moved", 5000, 5000));
    await other;
    expect(order.filter((part) => part !== "other")).toEqual([
      "2-3",
      "1-1000",
      "1001-2000",
      "2001-3000",
      "3001-4000",
      "4001-5000",
    ]);
    expect(order.indexOf("other")).toBeLessThan(order.indexOf("4001-5000"));
  });
});

describe("a stored answer", () => {
  it("[R034] keeps its citations and says where each stands now", async () => {
    const citation = (marker: number, fields: Partial<Citation>): Citation => ({
      ...cited,
      marker,
      title: "T",
      page: null,
      url: "/sources/a/b.txt#L2-L3",
      ...fields,
    });
    const citations = [
      citation(1, {}),
      citation(2, { quote: "結語", startLine: 5, endLine: 5 }),
      citation(3, { quote: "前言", startLine: 1, endLine: 1 }),
    ];
    let lines = before;
    const { app } = buildApp({
      knowledge: () => ({ base: baseOf(lines) }),
      ask: async function* () {
        for await (const event of answerEvents()) {
          yield event.event === "done" ? { ...event, data: { ...answer, citations } } : event;
        }
      },
    });
    const reader = createReader(app);
    const { conversation } = await reader.ask("動力是甚麼？");
    const turn = async () =>
      (await (await reader.request(`/api/conversations/${conversation}`)).json()).turns[0];
    expect((await turn()).places.map(({ status }: { status: string }) => status)).toEqual([
      "same",
      "same",
      "same",
    ]);

    lines = ["前言", "一段", "創新科技是", "發展的動力。"];
    const { answer: stored, places } = await turn();
    expect(stored.citations).toEqual(citations);
    expect(places).toEqual([
      { marker: 1, ...at("moved", 3, 4) },
      { marker: 2, status: "gone" },
      { marker: 3, ...at("same", 1, 1) },
    ]);
  });

  it("is shown without an index too, the places unknown", async () => {
    let hasIndex = true;
    const { app } = buildApp({
      knowledge: () =>
        hasIndex ? { base: buildBase() } : { base: null, reason: "no_index", message: "There is no index." },
    });
    const reader = createReader(app);
    const { conversation, text } = await reader.ask("How high?");
    hasIndex = false;
    const stored = await (await reader.request(`/api/conversations/${conversation}`)).json();
    expect(stored.turns).toMatchObject([{ text, places: null }]);
  });
});
