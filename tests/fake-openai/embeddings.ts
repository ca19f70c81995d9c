import { countCharacters } from "../counting-embedder.ts";
import { type FakeService, type Reply, startFakeService } from "./service.ts";

export interface EmbeddingItem {
  readonly object: "embedding";
  readonly index: number;
  readonly embedding: readonly unknown[];
}

export interface EmbeddingRequest {
  readonly model: string;
  readonly input: string | readonly string[];
  readonly encoding_format?: string;
}

/** An embedding service that speaks the protocol; its vectors count characters and are not of length 1. */
export function startFakeEmbeddings(): Promise<FakeService> {
  return startFakeService(sendVectors());
}

/** The right vectors, or what `spoil` makes of them. */
export function sendVectors(
  spoil: (items: EmbeddingItem[]) => readonly EmbeddingItem[] = (items) => items,
): Reply {
  return (response, { body }) => {
    const { model, input } = body as EmbeddingRequest;
    const texts = typeof input === "string" ? [input] : input;
    const items = texts.map((text, index): EmbeddingItem => {
      const embedding = [...countCharacters(text)].map((number) => number * 3);
      return { object: "embedding", index, embedding };
    });
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ object: "list", model, data: spoil(items) }));
  };
}
