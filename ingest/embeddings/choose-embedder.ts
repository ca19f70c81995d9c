import { currentManifest } from "../index/embedded/generations.ts";
import { SettingsError } from "../settings.ts";
import { createBuiltinEmbedder } from "./builtin/builtin-embedder.ts";
import type { Embedder } from "./embedder.ts";
import type { EmbeddingService } from "./openai-embedder.ts";

/** The embedder for an index in `dataDir`. What that index was built with tells the dimension without a call. */
export async function chooseEmbedder(service: EmbeddingService | null, dataDir: string): Promise<Embedder> {
  if (service === null) return createBuiltinEmbedder();
  // The client of a service takes as long to load as an ingest that finds nothing to do.
  const { embedderId, openOpenAiEmbedder } = await import("./openai-embedder.ts");
  const built = (await currentManifest(dataDir))?.embedder;
  const dimension = built?.id === embedderId(service) ? built.dimension : null;
  return openOpenAiEmbedder(service, { dimension });
}

export interface EmbeddingSettings {
  readonly EMBEDDINGS: "auto" | "builtin" | "openai";
  readonly EMBEDDING_MODEL?: string | undefined;
  readonly OPENAI_API_KEY?: string | undefined;
  readonly OPENAI_BASE_URL?: string | undefined;
}

const openAi = "https://api.openai.com/v1";

/** The service that the settings ask for; null for the embedder that ships. */
export function chooseEmbeddingService({
  EMBEDDINGS: choice,
  EMBEDDING_MODEL: model,
  OPENAI_API_KEY: apiKey,
  OPENAI_BASE_URL: baseUrl,
}: EmbeddingSettings): EmbeddingService | null {
  const isReachable = apiKey !== undefined || baseUrl !== undefined;
  if (choice === "builtin" || (choice === "auto" && !(model && isReachable))) return null;
  if (model === undefined || !isReachable) {
    const missing = model === undefined ? "EMBEDDING_MODEL" : "OPENAI_API_KEY or OPENAI_BASE_URL";
    throw new SettingsError(`EMBEDDINGS is "openai": set ${missing} too, or remove it to use the default.`);
  }
  return { model, apiKey, baseUrl: baseUrl ?? openAi };
}
