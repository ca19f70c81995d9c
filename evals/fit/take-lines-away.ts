import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Case, isToBeRefused } from "../datasets/case.ts";
import { foldOf } from "./gather.ts";

const parts = 3;

/**
 * Copies of a corpus of text files, each without the gold lines of a third of the questions, and a dataset of those
 * that nothing answers there any more: what stood around the answer is still found, so that they are hard to refuse.
 */
export async function takeLinesAway(corpusDir: string, rows: readonly Case[]) {
  const answerable = rows.filter((row) => !isToBeRefused(row));
  return Promise.all(
    Array.from({ length: parts }, (_, part) =>
      takeAway(
        corpusDir,
        answerable.filter((row) => foldOf(row, parts) === part),
        answerable,
      ),
    ),
  );
}

async function takeAway(corpusDir: string, without: readonly Case[], rows: readonly Case[]) {
  const directory = await mkdtemp(path.join(tmpdir(), "fit-"));
  const corpus = path.join(directory, "corpus");
  await cp(corpusDir, corpus, { recursive: true });
  const gone = new Map<string, Set<number>>();
  for (const { document, startLine, endLine } of without.flatMap(({ gold }) => gold)) {
    const lines = gone.get(document) ?? new Set();
    gone.set(document, lines);
    for (let line = startLine; line <= endLine; line++) lines.add(line);
  }
  for (const [document, lines] of gone) {
    const file = path.join(corpus, document);
    const held = (await readFile(file, "utf8")).split("\n");
    await writeFile(file, held.filter((_, index) => !lines.has(index + 1)).join("\n"));
  }
  const isGone = ({ document, startLine, endLine }: Case["gold"][number]) =>
    Array.from({ length: endLine - startLine + 1 }, (_, at) => startLine + at).every((line) =>
      gone.get(document)?.has(line),
    );
  const bereft = rows
    .filter(({ gold }) => gold.every(isGone))
    .map((row) => ({ ...row, type: "unanswerable", gold: [], answerLines: [] }));
  const dataset = path.join(directory, "bereft.jsonl");
  await writeFile(dataset, bereft.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return { corpus, dataset };
}
