import type { Database } from "libsql";
import { fold } from "../../ingest/language/fold.ts";
import type { ConversationSummary } from "../api/types.ts";
import { type ConversationRow, toSummary } from "./list-conversations.ts";
import { storable } from "./storable.ts";

/** Every look-up goes by reader and id together, so that another reader's id finds nothing. */
export function findConversation(database: Database, reader: string, id: string): ConversationSummary | null {
  const row = database
    .prepare("SELECT id, title, created_at, updated_at FROM conversations WHERE id = ? AND reader = ?")
    .get(id, reader) as ConversationRow | undefined;
  return row ? toSummary(row) : null;
}

export function renameConversation(
  database: Database,
  reader: string,
  id: string,
  wanted: string,
): ConversationSummary | null {
  const title = storable(wanted);
  database
    .prepare("UPDATE conversations SET title = ?, folded = ? WHERE id = ? AND reader = ?")
    .run(title, fold(title), id, reader);
  return findConversation(database, reader, id);
}

/** Its turns and their feedback go with it; whether there was one. */
export function deleteConversation(database: Database, reader: string, id: string): boolean {
  return (
    database.prepare("DELETE FROM conversations WHERE id = ? AND reader = ?").run(id, reader).changes > 0
  );
}
