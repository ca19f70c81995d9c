import { createHnswStore } from "./hnsw-store.ts";
import { createMemoryStore } from "./memory-store.ts";
import { createMiniSearch } from "./mini-search.ts";
import type { Rival, RivalParts } from "./rival.ts";

export const rivals: Readonly<Record<string, (parts: RivalParts) => Promise<Rival>>> = {
  "LangChain HNSWLib": createHnswStore,
  "LangChain in memory": createMemoryStore,
  MiniSearch: createMiniSearch,
};

/** Passages above which the search bench leaves one out, as its index takes minutes to build and gigabytes. */
export const mostPassages: Readonly<Record<string, number>> = { MiniSearch: 20_000 };

/** False where their packages are not installed, which are not the product's. */
export async function areRivalsInstalled(): Promise<boolean> {
  const packages = ["@langchain/community/vectorstores/hnswlib", "minisearch"];
  const loaded = await Promise.allSettled(packages.map((name) => import(name)));
  return loaded.every(({ status }) => status === "fulfilled");
}

export const howToInstall =
  "SKIPPED LangChain and MiniSearch: npm ci --prefix evals/bench/rivals installs them";
