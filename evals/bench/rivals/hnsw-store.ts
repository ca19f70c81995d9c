import { toDocuments, toEmbeddings, toPlaces, type VectorStore } from "./langchain.ts";
import { type Rival, type RivalParts, wanted } from "./rival.ts";

interface HnswStore extends VectorStore {
  save(folder: string): Promise<void>;
}

/** LangChain's store over hnswlib, with its own breadths and links. */
export async function createHnswStore({ embedder, folder, readTexts }: RivalParts): Promise<Rival> {
  const { HNSWLib } = await import("@langchain/community/vectorstores/hnswlib" as string);
  const embeddings = toEmbeddings(embedder);
  return {
    isSaved: true,
    async build() {
      const store: HnswStore = await HNSWLib.fromDocuments(toDocuments(await readTexts()), embeddings);
      await store.save(folder);
    },
    async open() {
      const store: HnswStore = await HNSWLib.load(folder, embeddings);
      return async (question) => toPlaces(await store.similaritySearch(question, wanted));
    },
  };
}
