import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";

type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** A file of extra terms, or null. */
  readonly glossary: string | null;
}

/** One line for whoever starts the program: the setting, its value, what to do. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Blank counts as unset, as `PORT=` in a `.env` file means. */
export function readConfig(environment: Environment): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const settings = schema.safeParse(set);
  if (!settings.success) throw new ConfigError(explain(settings.error, set));

  const { CORPUS_DIR, DATA_DIR, HOST, PORT, LOG_LEVEL, GLOSSARY } = settings.data;
  return {
    corpusDir: CORPUS_DIR,
    dataDir: DATA_DIR,
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    glossary: GLOSSARY ?? null,
  };
}

/** The process's environment, where `.env` fills what it leaves open. */
export function loadEnvironment({
  file = ".env",
  environment = process.env,
}: {
  readonly file?: string;
  readonly environment?: Environment;
} = {}): Environment {
  return { ...parseEnv(readIfPresent(file)), ...environment };
}

const whole = z.string().regex(/^\d{1,5}$/);

const schema = z.object({
  CORPUS_DIR: z.string().trim().default("seeds"),
  DATA_DIR: z.string().trim().default("data"),
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
  GLOSSARY: z.string().trim().optional(),
});

function explain(error: z.ZodError, set: Environment): string {
  const issue = error.issues[0];
  const setting = String(issue?.path[0]);
  return `${setting} is ${JSON.stringify(set[setting]?.slice(0, 80))}: ${issue?.message}, or remove it to use the default.`;
}

function readIfPresent(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return "";
    throw new ConfigError(`${file} cannot be read: make it a readable text file, or remove it.`, { cause });
  }
}
