import type { Database } from "libsql";
import type { Feedback, StoredTurn } from "../api/conversations.ts";
import type { Answer, HistoryTurn } from "../api/types.ts";
import { storable } from "./storable.ts";

export type SavedTurn = Omit<StoredTurn, "places">;

/** The turns of a conversation, oldest first; of another reader's, none. */
export function readTurns(database: Database, reader: string, conversation: string): SavedTurn[] {
  const rows = database
    .prepare(`${selectTurns} WHERE conversation = ? AND ${isOwn} ORDER BY asked_at, turns.rowid`)
    .all(conversation, reader) as TurnRow[];
  return rows.map(toTurn);
}

export function findTurn(database: Database, reader: string, id: string): SavedTurn | null {
  const row = database.prepare(`${selectTurns} WHERE turns.id = ? AND ${isOwn}`).get(id, reader) as
    | TurnRow
    | undefined;
  return row ? toTurn(row) : null;
}

const historyInTurns = 3;
const contentInCharacters = 4000;

/** The last answered turns as a question's history; markers mean nothing outside their own answer. */
export function readHistory(database: Database, reader: string, conversation: string): HistoryTurn[] {
  const rows = database
    .prepare(
      `SELECT question, text FROM turns WHERE conversation = ? AND status = 'answered' AND ${isOwn}
       ORDER BY asked_at DESC, rowid DESC LIMIT ${historyInTurns}`,
    )
    .all(conversation, reader) as Exchange[];
  return toHistory(rows);
}

/** The answered turns before one of them, as the history its question was asked with. */
export function readHistoryBefore(database: Database, id: string): HistoryTurn[] {
  const rows = database
    .prepare(
      `SELECT earlier.question, earlier.text FROM turns JOIN turns AS earlier USING (conversation)
       WHERE turns.id = ? AND earlier.status = 'answered'
       AND (earlier.asked_at, earlier.rowid) < (turns.asked_at, turns.rowid)
       ORDER BY earlier.asked_at DESC, earlier.rowid DESC LIMIT ${historyInTurns}`,
    )
    .all(id) as Exchange[];
  return toHistory(rows);
}

type Exchange = Pick<TurnRow, "question" | "text">;

/** Latest first in, oldest first out. */
function toHistory(rows: readonly Exchange[]): HistoryTurn[] {
  return rows.toReversed().flatMap(({ question, text }): HistoryTurn[] => [
    { role: "user", content: question },
    { role: "assistant", content: withoutMarkers(text).slice(0, contentInCharacters) },
  ]);
}

function withoutMarkers(text: string): string {
  return text.replace(/[ \t]*\[\d{1,4}\]/g, "");
}

/** Sets a reader's rating of an answer, or with null takes it back; whether the answer is theirs. */
export function rateTurn(database: Database, reader: string, id: string, feedback: Feedback | null): boolean {
  if (findTurn(database, reader, id) === null) return false;
  if (feedback === null) database.prepare("DELETE FROM feedback WHERE turn = ?").run(id);
  else {
    const { rating, reason } = feedback;
    database
      .prepare("INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?)")
      .run(id, rating, reason && storable(reason), Date.now());
  }
  return true;
}

const isOwn = "conversation IN (SELECT id FROM kept_conversations WHERE reader = ?)";

const selectTurns = `SELECT turns.id, question, asked_at, status, text, answer, documents, is_edited, rating, reason
  FROM turns LEFT JOIN feedback ON feedback.turn = turns.id`;

interface TurnRow {
  readonly id: string;
  readonly question: string;
  readonly asked_at: number;
  readonly status: StoredTurn["status"];
  readonly text: string;
  readonly answer: string | null;
  readonly documents: string;
  readonly is_edited: 0 | 1;
  readonly rating: Feedback["rating"] | null;
  readonly reason: string | null;
}

function toTurn(row: TurnRow): SavedTurn {
  const { id, question, asked_at, status, text, answer, documents, is_edited, rating, reason } = row;
  return {
    id,
    question,
    documents: JSON.parse(documents) as string[],
    isEdited: is_edited === 1,
    askedAt: new Date(asked_at).toISOString(),
    status,
    text,
    answer: answer === null ? null : (JSON.parse(answer) as Answer),
    feedback: rating === null ? null : { rating, reason },
  };
}
