import { z } from "zod";

/** Who is let in, and how often. */
export interface AccessSettings {
  /** Requests a minute for one reader; 0 for any number. */
  readonly rateLimit: number;
  /** Proxies in front of the server, each of which adds to X-Forwarded-For; 0 takes no word of that or X-Forwarded-Proto. */
  readonly proxyHops: number;
  /** Names under which pages may reach the server, besides addresses and `localhost`; null for any. */
  readonly hosts: ReadonlySet<string> | null;
}

const hostName = /^(?!-)[a-z\d.-]+(?<![-.])$/;

export const accessSettingsShape = {
  RATE_LIMIT: wholeUpTo(100_000, "set it to a whole number of requests a minute (0 for no limit)").default(0),
  PROXY_HOPS: wholeUpTo(10, "set it to the number of proxies in front of the server, from 0 to 10").default(
    0,
  ),
  ALLOWED_HOSTS: z
    .string()
    .transform((list) => list.split(",").map((name) => name.trim().toLowerCase()))
    .refine((names) => names.every((name) => name === "*" || hostName.test(name)), {
      error: "set it to host names between commas, without scheme or port, such as chat.example (* for any)",
    })
    .default([]),
};

export function readAccessSettings(
  {
    RATE_LIMIT: rateLimit,
    PROXY_HOPS: proxyHops,
    ALLOWED_HOSTS: names,
  }: z.output<z.ZodObject<typeof accessSettingsShape>>,
  host: string,
): AccessSettings {
  return {
    rateLimit,
    proxyHops,
    hosts: names.includes("*") ? null : new Set([...names, host.toLowerCase()]),
  };
}

/** A setting that is a whole number. */
export function wholeUpTo(most: number, error: string) {
  return z
    .string()
    .trim()
    .refine((text) => /^\d{1,10}$/.test(text) && Number(text) <= most, { error })
    .transform(Number);
}
