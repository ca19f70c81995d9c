import { z } from "zod";
import { chooseEmbeddingService } from "../ingest/embeddings/choose-embedder.ts";
import type { EmbeddingService } from "../ingest/embeddings/openai-embedder.ts";
import { type Environment, ingestSettingsShape, isPlainAddress, readSettings } from "../ingest/settings.ts";
import {
  type AccessSettings,
  accessSettingsShape,
  readAccessSettings,
  wholeUpTo,
} from "./access/access-settings.ts";
import { type BudgetSettings, budgetSettingsShape, readBudgetSettings } from "./access/budget-settings.ts";
import { type EmbedSettings, embedSettingsShape, readEmbedSettings } from "./access/embed-settings.ts";
import { chooseModel } from "./answer/model/choose-model.ts";
import type { ModelSettings } from "./answer/model/open-model.ts";
import type { RerankerSettings } from "./answer/rank/reranker.ts";

export interface Config {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** Whether whoever reaches the server sees what all readers asked and said of the answers. */
  readonly keeperPages: boolean;
  /** Whether whoever can reach the server may add and remove documents. */
  readonly uploads: boolean;
  /** A file of extra terms. */
  readonly glossary: string | undefined;
  /** Null for the embedder that ships. */
  readonly embeddings: EmbeddingService | null;
  /** Null for none. */
  readonly rerank: RerankerSettings | null;
  /** Null where answers are quotes. */
  readonly model: ModelSettings | null;
  readonly access: AccessSettings;
  readonly budget: BudgetSettings;
  readonly embed: EmbedSettings;
  /** Conversations are kept so many days after their last question; 0 for ever. */
  readonly conversationDays: number;
}

/** All settings of the server; throws a SettingsError of one line for the first bad value. */
export function readConfig(environment: Environment): Config {
  const settings = readSettings(configSchema, environment);
  const { CORPUS_DIR, DATA_DIR, HOST, PORT, LOG_LEVEL, KEEPER_PAGES, UPLOADS, GLOSSARY } = settings;
  const { RERANK_URL, RERANK_MODEL, RERANK_API_KEY } = settings;
  return {
    corpusDir: CORPUS_DIR,
    dataDir: DATA_DIR,
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    keeperPages: KEEPER_PAGES === "on",
    uploads: UPLOADS === "on",
    glossary: GLOSSARY,
    embeddings: chooseEmbeddingService(settings),
    rerank: RERANK_URL ? { url: RERANK_URL, model: RERANK_MODEL, key: RERANK_API_KEY } : null,
    model: chooseModel(settings),
    access: readAccessSettings(settings, HOST),
    budget: readBudgetSettings(settings),
    embed: readEmbedSettings(settings),
    conversationDays: settings.CONVERSATION_DAYS,
  };
}

const whole = z.string().regex(/^\d{1,5}$/);

export const configSchema = z.object({
  ...ingestSettingsShape,
  HOST: z
    .string()
    .trim()
    .regex(/^[\w.:-]+$/, "set it to a host name or an IP address without a scheme, such as 127.0.0.1")
    .default("127.0.0.1"),
  PORT: z
    .string()
    .trim()
    .refine((port) => whole.safeParse(port).success && Number(port) <= 65_535, {
      error: "set it to a whole number from 0 to 65535 (0 takes any free port)",
    })
    .transform(Number)
    .default(3000),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "set it to one of fatal, error, warn, info, debug, trace, silent",
    })
    .default("info"),
  KEEPER_PAGES: z.enum(["on", "off"], { error: "set it to on or off" }).default("off"),
  UPLOADS: z.enum(["on", "off"], { error: "set it to on or off" }).default("off"),
  ANSWERS: z
    .enum(["auto", "extractive", "model"], { error: "set it to one of auto, extractive, model" })
    .default("auto"),
  CHAT_MODEL: z.string().trim().optional(),
  JUDGE_MODEL: z.string().trim().optional(),
  RERANK_URL: z
    .string()
    .trim()
    .refine(isPlainAddress, {
      error: "set it to a whole address without a user name, such as http://localhost:8080/rerank",
    })
    .optional(),
  RERANK_MODEL: z.string().trim().optional(),
  RERANK_API_KEY: z.string().trim().optional(),
  CONVERSATION_DAYS: wholeUpTo(36_500, "set it to a whole number of days (0 to keep all)").default(0),
  ...accessSettingsShape,
  ...budgetSettingsShape,
  ...embedSettingsShape,
});
