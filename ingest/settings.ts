import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";

export type Environment = Readonly<Record<string, string | undefined>>;

/** One line for whoever starts the program: the setting, its value, what to do. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/** The settings that reading documents needs; the server's settings contain them. */
export const ingestSettingsShape = {
  CORPUS_DIR: z.string().trim().default("seeds"),
  DATA_DIR: z.string().trim().default("data"),
  GLOSSARY: z.string().trim().optional(),
  EMBEDDINGS: z
    .enum(["auto", "builtin", "openai"], { error: "set it to one of auto, builtin, openai" })
    .default("auto"),
  EMBEDDING_MODEL: z.string().trim().optional(),
  OPENAI_API_KEY: z
    .string()
    .trim()
    .regex(/^[!-~]+$/, "set it to a key of letters, digits and signs without blanks")
    .optional(),
  OPENAI_BASE_URL: z
    .string()
    .trim()
    .refine(isPlainAddress, {
      error: "set it to an address without a user name, such as http://localhost:11434/v1",
    })
    .optional(),
};

/** `fetch` refuses an address with a user name in it, and a log would show it. */
export function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === "" && password === "";
}

/** Checks the environment against a schema. Blank counts as unset, as `PORT=` in a `.env` file means. */
export function readSettings<Schema extends z.ZodType>(
  schema: Schema,
  environment: Environment,
): z.output<Schema> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const settings = schema.safeParse(set);
  if (!settings.success) throw new SettingsError(explain(settings.error, set));
  return settings.data;
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

function explain(error: z.ZodError, set: Environment): string {
  const issue = error.issues[0];
  const setting = String(issue?.path[0]);
  const value = isSecret.test(setting) ? "not usable" : JSON.stringify(set[setting]?.slice(0, 80));
  return `${setting} is ${value}: ${issue?.message}, or remove it to use the default.`;
}

/** Settings whose value belongs on no screen and in no log. */
const isSecret = /_(?:KEY|SECRET)$/;

function readIfPresent(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return "";
    throw new SettingsError(`${file} cannot be read: make it a readable text file, or remove it.`, { cause });
  }
}
