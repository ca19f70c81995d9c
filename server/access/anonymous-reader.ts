import { randomBytes } from "node:crypto";

/** 128 random bits, which the frame of an embedded chat keeps for a reader nobody has named. */
export function createAnonymousKey(): string {
  return `anonymous-${randomBytes(16).toString("base64url")}`;
}

export function isAnonymousKey(credential: string): boolean {
  return /^anonymous-[\w-]{22}$/.test(credential);
}
