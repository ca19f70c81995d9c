import type { Embedder } from "../../../ingest/embeddings/embedder.ts";

/** The part of LangChain's vector stores that is measured. */
export interface VectorStore {
  similaritySearch(query: string, k: number): Promise<unknown>;
}

/** LangChain's stores take vectors as arrays of numbers. */
export function toEmbeddings(embedder: Embedder) {
  return {
    embedDocuments: async (texts: string[]) =>
      (await embedder.embed(texts)).map((vector) => Array.from(vector)),
    embedQuery: async (text: string) => Array.from((await embedder.embed([text]))[0] ?? []),
  };
}

export function toDocuments(texts: readonly string[]) {
  return texts.map((pageContent, id) => ({ pageContent, metadata: { id } }));
}

/** The recursive splitter, told of Chinese sentences, with the size of our own passages. */
export async function splitTexts(texts: readonly string[]): Promise<readonly string[]> {
  const { RecursiveCharacterTextSplitter } = await import("@langchain/textsplitters" as string);
  const separators = ["\n\n", "\n", "。", ". ", " ", ""];
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 400, chunkOverlap: 0, separators });
  const chunks: { pageContent: string }[] = await splitter.splitDocuments(toDocuments(texts));
  return chunks.map(({ pageContent }) => pageContent);
}
