import type { Database } from "libsql";
import type { Feedback, FeedbackItem, FeedbackKind, FeedbackList } from "../api/conversations.ts";
import type { Answer } from "../api/types.ts";
import { isUnanswered } from "./schema.ts";
import { readHistoryBefore } from "./turns.ts";

export interface FeedbackOptions {
  readonly kind: FeedbackKind;
  /** The `next` of the part before. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** All readers' answers of one kind: rated ones by the time of the rating, unanswered ones by that of the question. */
export function listFeedback(database: Database, { kind, before, limit }: FeedbackOptions): FeedbackList {
  const point = before?.indexOf(".") ?? 0;
  const cursor = before === undefined ? [] : [Number(before.slice(0, point)), before.slice(point + 1)];
  const { source, time } = kind === "unanswered" ? unanswered : rated;
  const rows = database
    .prepare(
      `SELECT turns.id, answer, asked_at, rating, reason, ${time} AS at FROM ${source}
       ${before === undefined ? "" : `AND (${time}, turns.id) < (?, ?)`}
       ORDER BY ${time} DESC, turns.id DESC LIMIT ?`,
    )
    .all(...(kind === "unanswered" ? [] : [kind]), ...cursor, limit + 1) as FeedbackRow[];
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => toItem(database, row)),
    counts: countKinds(database),
    next: rows.length > limit && last ? `${last.at}.${last.id}` : null,
  };
}

const isKept = "conversation IN (SELECT id FROM kept_conversations)";

const unanswered = {
  source: `turns LEFT JOIN feedback ON feedback.turn = turns.id WHERE ${isUnanswered} AND ${isKept}`,
  time: "asked_at",
};
const rated = {
  source: `feedback JOIN turns ON feedback.turn = turns.id WHERE rating = ? AND answer IS NOT NULL AND ${isKept}`,
  time: "given_at",
};

interface FeedbackRow {
  readonly id: string;
  readonly answer: string;
  readonly asked_at: number;
  readonly rating: Feedback["rating"] | null;
  readonly reason: string | null;
  readonly at: number;
}

function toItem(database: Database, { id, answer, asked_at, rating, reason }: FeedbackRow): FeedbackItem {
  return {
    answer: JSON.parse(answer) as Answer,
    askedAt: new Date(asked_at).toISOString(),
    feedback: rating === null ? null : { rating, reason },
    history: readHistoryBefore(database, id),
  };
}

function countKinds(database: Database): FeedbackList["counts"] {
  const count = (source: string, ...values: readonly string[]) => {
    const row = database.prepare(`SELECT count(*) AS number FROM ${source}`).get(...values);
    return (row as { readonly number: number }).number;
  };
  return {
    down: count(rated.source, "down"),
    up: count(rated.source, "up"),
    unanswered: count(unanswered.source),
  };
}
