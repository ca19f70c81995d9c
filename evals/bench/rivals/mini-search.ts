import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { plainTerms } from "../plain-terms.ts";
import { type Rival, type RivalParts, wanted } from "./rival.ts";

interface Index {
  addAll(rows: readonly { readonly id: number; readonly text: string }[]): void;
  search(question: string): { readonly id: number }[];
}

/** By words alone. Its own tokenizer finds no words in Chinese, so it is given our terms. */
const options = {
  fields: ["text"],
  tokenize: (text: string) => plainTerms(text),
  processTerm: (term: string) => term,
};

export async function createMiniSearch({ folder, readTexts }: RivalParts): Promise<Rival> {
  const { default: MiniSearch } = await import("minisearch" as string);
  const file = join(folder, "index.json");
  return {
    isSaved: true,
    async build() {
      const index: Index = new MiniSearch(options);
      index.addAll((await readTexts()).map((text, id) => ({ id, text })));
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, JSON.stringify(index));
    },
    async open() {
      const index: Index = MiniSearch.loadJSON(readFileSync(file, "utf8"), options);
      return async (question) =>
        index
          .search(question)
          .slice(0, wanted)
          .map(({ id }) => id);
    },
  };
}
