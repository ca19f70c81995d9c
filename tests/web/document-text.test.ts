import { expect, test, vi } from "vitest";
import { ProblemError } from "../../web/src/api/problem.ts";
import { DocumentText, findLoadedLine } from "../../web/src/sources/text/document-text.ts";

/** A document of so many lines, and what was asked of it. */
function textOf(lineCount: number) {
  const asked: number[] = [];
  const state = { lineCount, isBroken: false };
  const text = new DocumentText("a.txt", async (id, { from, to }) => {
    asked.push(from);
    if (state.isBroken) throw new Error("broken");
    if (from > state.lineCount) {
      throw new ProblemError({ type: "", title: "", status: 404, code: "line_range_unknown" });
    }
    const count = Math.min(to, state.lineCount) - from + 1;
    const lines = Array.from({ length: count }, (_, index) => ({
      number: from + index,
      text: `line ${from + index}`,
      page: null,
    }));
    return { id, title: "A", language: "en", lineCount: state.lineCount, lines };
  });
  const opened = () => {
    const source = text.getSource();
    if (source.state !== "open") throw new Error(`The text is ${source.state}.`);
    return source.text;
  };
  return { text, asked, state, opened };
}

test("a document opens at the part of its first wanted line, and loads each other part once", async () => {
  const { text, asked, opened } = textOf(100_000);
  await text.open(77_777);
  expect(asked).toEqual([77_601]);
  expect(findLoadedLine(opened(), 77_777)?.text).toBe("line 77777");
  expect(findLoadedLine(opened(), 1)).toBe(undefined);

  text.want({ from: 77_900, to: 77_940 });
  text.want({ from: 77_910, to: 77_950 });
  await vi.waitFor(() => expect(findLoadedLine(opened(), 78_040)?.number).toBe(78_040));
  expect(asked).toEqual([77_601, 78_001]);
});

test("a line past the end opens the last lines", async () => {
  const { text, opened } = textOf(1300);
  await text.open(5000);
  await vi.waitFor(() => expect(findLoadedLine(opened(), 1300)?.text).toBe("line 1300"));
});

test("a part that cannot be loaded is said so, and asked for again when it is wanted again", async () => {
  const { text, state, opened } = textOf(1300);
  await text.open(1);
  state.isBroken = true;
  text.want({ from: 700, to: 740 });
  await vi.waitFor(() => expect(opened().isBroken).toBe(true));
  state.isBroken = false;
  text.want({ from: 700, to: 740 });
  await vi.waitFor(() => expect(findLoadedLine(opened(), 700)?.number).toBe(700));
  expect(opened().isBroken).toBe(false);
});

test("a document that was exchanged meanwhile keeps nothing of the old one", async () => {
  const { text, state, opened } = textOf(1300);
  await text.open(1);
  state.lineCount = 1400;
  text.want({ from: 600, to: 640 });
  await vi.waitFor(() => expect(opened().lineCount).toBe(1400));
  expect(findLoadedLine(opened(), 1)).toBe(undefined);
});

test("a document that cannot be opened says why", async () => {
  const { text, state } = textOf(10);
  state.isBroken = true;
  await text.open(1);
  expect(text.getSource()).toEqual({ state: "failed", problem: null });
});
