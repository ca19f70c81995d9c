import type { Database } from "libsql";
import { fold } from "../../ingest/language/fold.ts";
import type { Answer, StoredTurn } from "../api/types.ts";
import { storable } from "./storable.ts";

export interface FinishedTurn {
  readonly id: string;
  readonly reader: string;
  readonly conversation: string;
  /** Whether the conversation begins with this turn; one that has been deleted since is not begun again. */
  readonly isFirst: boolean;
  readonly question: string;
  readonly askedAt: Date;
  readonly status: StoredTurn["status"];
  readonly text: string;
  readonly answer: Answer | null;
}

const titleInCharacters = 100;

/** A turn that has ended, with the conversation it begins or goes on. */
export function saveTurn(database: Database, turn: FinishedTurn): void {
  const { id, reader, conversation, isFirst, askedAt, status, answer } = turn;
  const question = storable(turn.question);
  const text = storable(answer?.text ?? turn.text);
  const now = Date.now();
  database.transaction(() => {
    if (isFirst) {
      const title = [...question.replace(/\s+/gu, " ")].slice(0, titleInCharacters).join("");
      database
        .prepare("INSERT OR IGNORE INTO conversations VALUES (?, ?, ?, ?, ?, ?)")
        .run(conversation, reader, title, fold(title), askedAt.getTime(), now);
    }
    const { changes } = database
      .prepare("UPDATE conversations SET updated_at = ? WHERE id = ? AND reader = ?")
      .run(now, conversation, reader);
    if (changes === 0) return;
    database
      .prepare("INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .run(
        id,
        conversation,
        question,
        askedAt.getTime(),
        status,
        text,
        answer && JSON.stringify(answer),
        fold(`${question}\n${text}`),
      );
  })();
}
