import { z } from "zod";
import { type Environment, ingestSettingsShape, readSettings } from "../ingest/settings.ts";

export interface Config {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** A file of extra terms. */
  readonly glossary: string | undefined;
}

/** All settings of the server; throws a SettingsError of one line for the first bad value. */
export function readConfig(environment: Environment): Config {
  const { CORPUS_DIR, DATA_DIR, HOST, PORT, LOG_LEVEL, GLOSSARY } = readSettings(schema, environment);
  return {
    corpusDir: CORPUS_DIR,
    dataDir: DATA_DIR,
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    glossary: GLOSSARY,
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
});
