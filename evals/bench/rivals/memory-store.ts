import { toDocuments, toEmbeddings, toPlaces, type VectorStore } from "./langchain.ts";
import { type Rival, type RivalParts, wanted } from "./rival.ts";

/** LangChain's in-memory store, which compares every vector; it cannot be saved, so a restart builds it anew. */
export async function createMemoryStore({ embedder, readTexts }: RivalParts): Promise<Rival> {
  const { MemoryVectorStore } = await import("@langchain/classic/vectorstores/memory" as string);
  const fill = async (): Promise<VectorStore> =>
    MemoryVectorStore.fromDocuments(toDocuments(await readTexts()), toEmbeddings(embedder));
  return {
    isSaved: false,
    async build() {
      await fill();
    },
    async open() {
      const store = await fill();
      return async (question) => toPlaces(await store.similaritySearch(question, wanted));
    },
  };
}
