import { z } from "zod";
import { type Environment, ingestSettingsShape, readSettings } from "../ingest/settings.ts";
import type { RerankerSettings } from "./answer/rank/reranker.ts";

export interface Config {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** A file of extra terms. */
  readonly glossary: string | undefined;
  /** Null for none. */
  readonly rerank: RerankerSettings | null;
}

/** All settings of the server; throws a SettingsError of one line for the first bad value. */
export function readConfig(environment: Environment): Config {
  const { CORPUS_DIR, DATA_DIR, HOST, PORT, LOG_LEVEL, GLOSSARY, RERANK_URL, RERANK_MODEL, RERANK_API_KEY } =
    readSettings(schema, environment);
  return {
    corpusDir: CORPUS_DIR,
    dataDir: DATA_DIR,
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    glossary: GLOSSARY,
    rerank: RERANK_URL ? { url: RERANK_URL, model: RERANK_MODEL, key: RERANK_API_KEY } : null,
  };
}

const whole = z.string().regex(/^\d{1,5}$/);

const schema = z.object({
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
  RERANK_URL: z
    .string()
    .trim()
    .refine(isPlainAddress, {
      error: "set it to a whole address without a user name, such as http://localhost:8080/rerank",
    })
    .optional(),
  RERANK_MODEL: z.string().trim().optional(),
  RERANK_API_KEY: z.string().trim().optional(),
});

/** `fetch` refuses an address with a user name in it, and a log would show it. */
function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === "" && password === "";
}
