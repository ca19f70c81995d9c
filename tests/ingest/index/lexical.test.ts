import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeArrays, readArrays } from "../../../ingest/index/embedded/array-file.ts";
import { LexicalIndex } from "../../../ingest/index/embedded/lexical.ts";
import {
  LexicalBuilder,
  type LexicalFields,
  type PassageTerms,
  withoutDead,
} from "../../../ingest/index/embedded/lexical-fields.ts";
import { termKey } from "../../../ingest/index/embedded/term-key.ts";
import type { TermGroup } from "../../../ingest/index/knowledge-base.ts";

/** An index over bodies of blank-separated terms. */
function indexOf(...bodies: readonly string[]): LexicalIndex {
  return new LexicalIndex([build(bodies)]);
}

function build(bodies: readonly string[]): LexicalFields {
  const builder = new LexicalBuilder();
  for (const body of bodies) builder.add(termsOf(body));
  return builder.finish();
}

function termsOf(body: string): PassageTerms {
  return { body: count(body), heading: new Map(), title: new Map() };
}

function count(body: string): Map<string, number> {
  const terms = new Map<string, number>();
  for (const term of body.split(" ").filter(Boolean)) terms.set(term, (terms.get(term) ?? 0) + 1);
  return terms;
}

function group(...wordings: readonly (readonly string[])[]): TermGroup {
  return { label: "group", weight: 1, alternatives: wordings.map((terms) => ({ terms, weight: 1 })) };
}

const passagesOf = (candidates: readonly { readonly passage: number }[]) =>
  candidates.map(({ passage }) => passage);

describe("LexicalIndex", () => {
  it("ranks a passage with a rare term above one with a common term", () => {
    const index = indexOf("貿易 工業", "貿易 金融", "貿易 教育", "貿易 創科");
    expect(passagesOf(index.search([group(["貿易"]), group(["教育"])], 2, null))).toEqual([2, 0]);
  });

  it("scores wordings of one idea as one term: a rare wording gains nothing over a common one", () => {
    const index = indexOf("工業", "工業", "工業", "產業");
    const [first, second] = index.search([group(["工業"], ["產業"])], 4, null);
    expect(first?.score).toBe(second?.score);
    expect(index.countPassages(group(["工業"], ["產業"]))).toBe(4);
  });

  it("finds a wording of several terms only where all of them stand", () => {
    const index = indexOf("知識 識產", "知識 識產 產權", "產權");
    expect(passagesOf(index.search([group(["知識", "識產", "產權"])], 5, null))).toEqual([1]);
  });

  it("asks for permission before it scores, so that a limit is filled with allowed passages", () => {
    const index = indexOf("貿易 貿易 貿易", "貿易", "貿易 金融");
    expect(passagesOf(index.search([group(["貿易"])], 2, (passage) => passage !== 0))).toEqual([1, 2]);
  });

  it("gives the same result twice, as its scratch memory is cleared", () => {
    const index = indexOf("貿易 工業", "貿易", "金融 工業");
    const groups = [group(["貿易"]), group(["工業"], ["金融"])];
    const first = index.search(groups, 3, null);
    index.countPassages(group(["工業"]));
    expect(index.search(groups, 3, null)).toEqual(first);
  });

  it("finds nothing for unknown terms and in an empty index", () => {
    expect(indexOf("貿易").search([group(["航運"])], 3, null)).toEqual([]);
    expect(indexOf().search([group(["航運"])], 3, null)).toEqual([]);
  });

  it("agrees with BM25 computed term by term", () => {
    const body = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 12 }), (bodies) => {
        const found = indexOf(...bodies.map((terms) => terms.join(" "))).search(
          [group(["a"]), group(["b"])],
          20,
          null,
        );
        for (const { passage, score } of found)
          expect(score).toBeCloseTo(bm25(bodies, passage, ["a", "b"]), 4);
        expect(found.length).toBe(
          bodies.filter((terms) => terms.includes("a") || terms.includes("b")).length,
        );
      }),
    );
  });
});

describe("segments", () => {
  const body = fc
    .array(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1, maxLength: 6 })
    .map((terms) => terms.join(" "));
  const segment = fc.array(fc.record({ body, isLive: fc.boolean() }), { maxLength: 8 });
  const groups = [group(["a"]), group(["b"], ["c", "d"])];

  /** What an index of the live passages alone finds, with the numbers that they have among all. */
  function searchAnew(passages: readonly { readonly body: string; readonly isLive: boolean }[]) {
    const kept = [...passages.keys()].filter((number) => passages[number]?.isLive);
    return indexOf(...kept.map((number) => passages[number]?.body ?? ""))
      .search(groups, 30, null)
      .map(({ passage, score }) => ({ passage: kept[passage], score }));
  }

  it("are searched as one index without the passages that are gone, with the same scores", () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 4 }), (segments) => {
        const all = segments.flat();
        const index = new LexicalIndex(
          segments.map((passages) =>
            withoutDead(
              build(passages.map((one) => one.body)),
              Uint8Array.from(passages, ({ isLive }) => Number(isLive)),
            ),
          ),
        );
        expect(index.search(groups, 30, null)).toEqual(searchAnew(all));
        expect(index.countPassages(group(["b"]))).toBe(
          all.filter((one) => one.isLive && one.body.includes("b")).length,
        );
      }),
    );
  });

  it("are joined into one that is what building anew gives", () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 4 }), fc.array(body), (segments, added) => {
        const builder = new LexicalBuilder();
        let next = 0;
        for (const passages of segments) {
          const numbers = Int32Array.from(passages, ({ isLive }) => (isLive ? next++ : -1));
          builder.takeIn({ fields: build(passages.map((one) => one.body)), numbers });
        }
        for (const one of added) builder.add(termsOf(one));
        const live = segments.flat().filter(({ isLive }) => isLive);
        expect(builder.finish()).toEqual(build([...live.map((one) => one.body), ...added]));
      }),
    );
  });
});

/** Okapi BM25 with k1 0.9 and b 0.4, the saturation's constant factor left out. */
function bm25(bodies: readonly (readonly string[])[], passage: number, query: readonly string[]): number {
  const average = bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length;
  const body = bodies[passage] ?? [];
  return query.reduce((score, term) => {
    const holding = bodies.filter((other) => other.includes(term)).length;
    const idf = Math.log(1 + (bodies.length - holding + 0.5) / (holding + 0.5));
    const frequency = body.filter((other) => other === term).length / (0.6 + (0.4 * body.length) / average);
    return score + (idf * frequency) / (0.9 + frequency);
  }, 0);
}

describe("termKey", () => {
  it("gives 200,000 terms keys of their own", () => {
    const keys = new Set<number>();
    for (let index = 0; index < 200_000; index++) {
      keys.add(termKey(String.fromCharCode(0x4e00 + (index % 20_000), 0x4e00 + Math.floor(index / 20_000))));
    }
    expect(keys.size).toBe(200_000);
  });
});

describe("array files", () => {
  it("give back what was written, of every type and length", () => {
    const path = join(mkdtempSync(join(tmpdir(), "arrays-")), "arrays.bin");
    const arrays = {
      a: new Float64Array([1.5, 2 ** 52]),
      b: new Uint8Array([255]),
      c: new Uint32Array(),
      d: new Uint16Array([65535, 1, 2]),
    };
    writeFileSync(path, encodeArrays(arrays));
    expect(readArrays(path)).toEqual(arrays);
  });
});
