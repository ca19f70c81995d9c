import { describe, expect, it } from "vitest";
import {
  chooseEmbeddingService,
  type EmbeddingSettings,
} from "../../../ingest/embeddings/choose-embedder.ts";

describe("the embedder", () => {
  const model = { EMBEDDING_MODEL: "small" };
  const key = { OPENAI_API_KEY: "sk-1" };
  const address = { OPENAI_BASE_URL: "http://localhost:11434/v1" };
  const own = { model: "small", baseUrl: "http://localhost:11434/v1", apiKey: undefined };
  const openAi = { model: "small", baseUrl: "https://api.openai.com/v1", apiKey: "sk-1" };

  it.each<[EmbeddingSettings, object | null]>([
    [{ EMBEDDINGS: "auto" }, null],
    [{ EMBEDDINGS: "auto", ...model }, null],
    [{ EMBEDDINGS: "auto", ...key }, null],
    [{ EMBEDDINGS: "auto", ...model, ...key }, openAi],
    [{ EMBEDDINGS: "auto", ...model, ...address }, own],
    [{ EMBEDDINGS: "builtin", ...model, ...key }, null],
    [
      { EMBEDDINGS: "openai", ...model, ...address, ...key },
      { ...own, apiKey: "sk-1" },
    ],
  ])("of %j is that of %j", (settings, service) => {
    expect(chooseEmbeddingService(settings)).toEqual(service);
  });

  it.each<[EmbeddingSettings, string]>([
    [{ EMBEDDINGS: "openai", ...key }, "set EMBEDDING_MODEL too"],
    [{ EMBEDDINGS: "openai", ...model }, "set OPENAI_API_KEY or OPENAI_BASE_URL too"],
  ])("of %j is refused: %s", (settings, message) => {
    expect(() => chooseEmbeddingService(settings)).toThrow(message);
  });
});
