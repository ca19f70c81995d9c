import type { Database } from "libsql";
import { fold } from "../../ingest/language/fold.ts";
import type { ConversationList, ConversationSummary } from "../api/conversations.ts";

export interface ListOptions {
  readonly query?: string | undefined;
  /** The `next` of the part before. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** A reader's conversations, the one used last first; every word of a query stands in the title or in a turn. */
export function listConversations(
  database: Database,
  reader: string,
  { query = "", before, limit }: ListOptions,
): ConversationList {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const cursor = before === undefined ? null : readCursor(before);
  const rows = database
    .prepare(
      `SELECT id, title, created_at, updated_at FROM kept_conversations AS c
       WHERE reader = ?
       ${cursor ? "AND (updated_at, id) < (?, ?)" : ""}
       ${words.map(() => holdsWord).join("\n")}
       ORDER BY updated_at DESC, id DESC LIMIT ?`,
    )
    .all(reader, ...(cursor ?? []), ...words.flatMap((word) => [word, word]), limit + 1) as ConversationRow[];
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    conversations: shown.map(toSummary),
    next: rows.length > limit && last ? `${last.updated_at}.${last.id}` : null,
  };
}

const holdsWord = `AND (instr(folded, ?) > 0
  OR EXISTS (SELECT 1 FROM turns WHERE conversation = c.id AND instr(turns.folded, ?) > 0))`;

function readCursor(cursor: string): [number, string] {
  const point = cursor.indexOf(".");
  return [Number(cursor.slice(0, point)), cursor.slice(point + 1)];
}

export interface ConversationRow {
  readonly id: string;
  readonly title: string;
  readonly created_at: number;
  readonly updated_at: number;
}

export function toSummary({ id, title, created_at, updated_at }: ConversationRow): ConversationSummary {
  return {
    id,
    title,
    createdAt: new Date(created_at).toISOString(),
    updatedAt: new Date(updated_at).toISOString(),
  };
}
