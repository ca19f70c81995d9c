import type { Database } from "libsql";
import { fold } from "../../ingest/language/fold.ts";
import type { StoredTurn } from "../api/conversations.ts";
import type { Answer } from "../api/types.ts";
import { storable } from "./storable.ts";

export interface FinishedTurn {
  readonly id: string;
  readonly reader: string;
  readonly conversation: string;
  /** Whether the conversation begins with this turn; one that has been deleted since is not begun again. */
  readonly isFirst: boolean;
  /** The turn whose place it takes, where there is one. */
  readonly replaces: string | null;
  readonly question: string;
  /** The ids of the only documents asked; none means all. */
  readonly documents: readonly string[];
  readonly askedAt: Date;
  readonly status: StoredTurn["status"];
  readonly text: string;
  readonly answer: Answer | null;
}

const titleInCharacters = 100;

/** A turn that has ended, with the conversation it begins or goes on. */
export function saveTurn(database: Database, turn: FinishedTurn): void {
  const { id, reader, conversation, isFirst, status, answer } = turn;
  const question = storable(turn.question);
  const text = storable(answer?.text ?? turn.text);
  const now = Date.now();
  database.transaction(() => {
    if (isFirst) {
      const title = [...question.replace(/\s+/gu, " ")].slice(0, titleInCharacters).join("");
      database
        .prepare("INSERT OR IGNORE INTO conversations VALUES (?, ?, ?, ?, ?, ?, NULL)")
        .run(conversation, reader, title, fold(title), turn.askedAt.getTime(), now);
    }
    const { changes } = database
      .prepare("UPDATE conversations SET updated_at = ? WHERE id = ? AND reader = ?")
      .run(now, conversation, reader);
    if (changes === 0) return;
    const replaced = takePlace(database, turn);
    const isEdited = replaced !== null && (replaced.is_edited === 1 || replaced.question !== question);
    database
      .prepare("INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(
        id,
        conversation,
        question,
        replaced?.asked_at ?? turn.askedAt.getTime(),
        status,
        text,
        answer && JSON.stringify(answer),
        fold(`${question}\n${text}`),
        JSON.stringify(turn.documents),
        isEdited ? 1 : 0,
      );
  })();
}

interface ReplacedRow {
  readonly question: string;
  readonly asked_at: number;
  readonly is_edited: 0 | 1;
}

/** Removes and returns the turn that another one stands in for; a rated one stays, with its rating. */
function takePlace(database: Database, { replaces, conversation }: FinishedTurn): ReplacedRow | null {
  if (replaces === null) return null;
  const unrated = "FROM turns WHERE id = ? AND conversation = ? AND id NOT IN (SELECT turn FROM feedback)";
  const replaced = database
    .prepare(`SELECT question, asked_at, is_edited ${unrated}`)
    .get(replaces, conversation) as ReplacedRow | undefined;
  database.prepare(`DELETE ${unrated}`).run(replaces, conversation);
  return replaced ?? null;
}
