import { expect, test } from "vitest";
import type { SourceReport } from "../../server/api/documents.ts";
import { splitReport } from "../../web/src/documents/split-report.ts";

test("sets apart what was read, left out and warned of, and sums it up", () => {
  const warning = { code: "lossy:2", message: "holds 2 places", line: 3 };
  const { read, refused, warned, totals } = splitReport(
    reportOf(
      { ...document("a.txt"), warnings: [warning, warning] },
      { id: "b.txt", status: "refused", code: "empty", message: "holds no text" },
      document("c.txt"),
    ),
  );
  expect(read.map(({ id }) => id)).toEqual(["a.txt", "c.txt"]);
  expect(refused.map(({ id }) => id)).toEqual(["b.txt"]);
  expect(warned.map(({ id }) => id)).toEqual(["a.txt"]);
  expect(totals).toEqual({ documents: 2, lines: 20, passages: 6, furniture: 2, refused: 1, warnings: 2 });
});

test("sums an empty folder up to nothing", () => {
  expect(splitReport(reportOf()).totals.documents).toBe(0);
});

function reportOf(...sources: SourceReport[]) {
  return { generation: "1", createdAt: "2026-11-21T10:09:28.593Z", tookMs: 1, sources };
}

function document(id: string) {
  const counts = { lines: 10, furniture: 1, sentences: 8, passages: 3 };
  return { id, status: "read" as const, title: id, ...counts, warnings: [] };
}
