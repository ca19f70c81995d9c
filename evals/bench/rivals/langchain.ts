import type { Embedder } from "../../../ingest/embeddings/embedder.ts";

/** The part of LangChain's vector stores that is measured. */
export interface VectorStore {
  similaritySearch(query: string, k: number): Promise<readonly Found[]>;
}

interface Found {
  readonly metadata: { readonly id: number };
}

export function toPlaces(found: readonly Found[]): readonly number[] {
  return found.map(({ metadata }) => metadata.id);
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

/** A piece of one of the texts, and its 1-based lines there. */
export interface Chunk {
  readonly text: string;
  /** Which of the texts. */
  readonly of: number;
  readonly startLine: number;
  readonly endLine: number;
}

interface SplitDocument {
  readonly pageContent: string;
  readonly metadata: { readonly id: number; readonly loc: { readonly lines: { from: number; to: number } } };
}

/** The recursive splitter, told of Chinese sentences, with the size of our own passages. */
export async function splitTexts(texts: readonly string[]): Promise<readonly Chunk[]> {
  const { RecursiveCharacterTextSplitter } = await import("@langchain/textsplitters" as string);
  const separators = ["\n\n", "\n", "。", ". ", " ", ""];
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 400, chunkOverlap: 0, separators });
  const split: readonly SplitDocument[] = await splitter.splitDocuments(toDocuments(texts));
  return split.map(({ pageContent, metadata: { id, loc } }) => ({
    text: pageContent,
    of: id,
    startLine: loc.lines.from,
    endLine: loc.lines.to,
  }));
}
