import { z } from "zod";
import { SettingsError } from "../../ingest/settings.ts";

/** Who may show the chat inside another page, and whom it then belongs to. */
export interface EmbedSettings {
  /** The exact origins of pages that may frame it; empty for none. */
  readonly origins: readonly string[];
  /** What readers' tokens are signed with; null where none are taken. */
  readonly secret: Uint8Array | null;
  /** Whether a reader without a token is let in. */
  readonly isOpen: boolean;
}

/** As many as HS256 hashes to (RFC 7518 section 3.2). */
const leastSecretInCharacters = 32;

export const embedSettingsShape = {
  EMBED_ORIGINS: z
    .string()
    .transform((list) => list.split(",").map((origin) => origin.trim()))
    .refine((origins) => origins.every(isOrigin), {
      error: "set it to exact origins between commas, such as https://intranet.example,http://localhost:3001",
    })
    .default([]),
  EMBED_SECRET: z
    .string()
    .trim()
    .min(leastSecretInCharacters, `set it to ${leastSecretInCharacters} or more random characters`)
    .optional(),
  EMBED_READERS: z
    .enum(["auto", "token", "anyone"], { error: "set it to one of auto, token, anyone" })
    .default("auto"),
};

/** With `auto`, a secret to sign with means that readers must have a token. */
export function readEmbedSettings({
  EMBED_ORIGINS: origins,
  EMBED_SECRET: secret,
  EMBED_READERS: readers,
}: z.output<z.ZodObject<typeof embedSettingsShape>>): EmbedSettings {
  if (readers === "token" && secret === undefined) {
    throw new SettingsError(
      'EMBED_READERS is "token": set EMBED_SECRET too, or set EMBED_READERS to auto or anyone.',
    );
  }
  return {
    origins,
    secret: secret === undefined ? null : new TextEncoder().encode(secret),
    isOpen: readers === "auto" ? secret === undefined : readers === "anyone",
  };
}

/** Whether a browser would send exactly this as the origin of a page; `*` in a policy would stand for others. */
function isOrigin(text: string): boolean {
  return /^https?:\/\/[\w.:[\]-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
