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
};

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
  return `${setting} is ${JSON.stringify(set[setting]?.slice(0, 80))}: ${issue?.message}, or remove it to use the default.`;
}

function readIfPresent(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return "";
    throw new SettingsError(`${file} cannot be read: make it a readable text file, or remove it.`, { cause });
  }
}
