import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

/** One article of a law in both languages; a title or heading that is not known is empty. */
export interface Article {
  readonly zh: string;
  readonly en: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly headingZh: string;
}

const articleSchema = z.object({ title: z.string(), heading: z.string(), zh: z.string(), en: z.string() });
const titleSchema = z.object({ zh: z.string(), en: z.string() });

/** The articles of statutes.zh-en.jsonl.gz, each wording once, with the English titles of titles.zh-en.jsonl.gz. */
export function readArticles(folder: string): Article[] {
  const titles = new Map(
    readLines(folder, "titles.zh-en.jsonl.gz").map((line) => {
      const { zh, en } = titleSchema.parse(line);
      return [zh, en];
    }),
  );
  const seen = new Set<string>();
  return readLines(folder, "statutes.zh-en.jsonl.gz").flatMap((line) => {
    const { title, heading, zh, en } = articleSchema.parse(line);
    if (seen.has(zh)) return [];
    seen.add(zh);
    return [{ zh, en, titleZh: title, titleEn: titles.get(title) ?? "", headingZh: heading }];
  });
}

function readLines(folder: string, name: string): unknown[] {
  const text = gunzipSync(readFileSync(path.join(folder, name))).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}
