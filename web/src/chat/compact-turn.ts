import type { Reply, Turn } from "./turn.ts";

/** Slack's own: a message this soon after its author's last one goes without the name. */
const compactWithinInMs = 5 * 60_000;

/** Whether the reader spoke last and just now, as where nothing came of the question before. */
export function isCompactTurn(turn: Turn, before: Turn | undefined): boolean {
  if (before === undefined || hasWords(before.reply)) return false;
  const elapsedInMs = turn.askedAt.getTime() - before.askedAt.getTime();
  return elapsedInMs >= 0 && elapsedInMs < compactWithinInMs;
}

/** Whether a reply is a message of its own; one that broke off before its first word is a note under the question. */
export function hasWords(reply: Reply): boolean {
  return reply.state === "answered" || reply.state === "streaming" || reply.draft.text !== "";
}
