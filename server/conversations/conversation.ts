import type { Database } from "libsql";
import { fold } from "../../ingest/language/fold.ts";
import type { ConversationSummary } from "../api/conversations.ts";
import { type ConversationRow, toSummary } from "./list-conversations.ts";
import { storable } from "./storable.ts";

/** Every look-up goes by reader and id together, so that another reader's id finds nothing. */
export function findConversation(database: Database, reader: string, id: string): ConversationSummary | null {
  const row = database
    .prepare("SELECT id, title, created_at, updated_at FROM kept_conversations WHERE id = ? AND reader = ?")
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
    .prepare(
      "UPDATE conversations SET title = ?, folded = ? WHERE id = ? AND reader = ? AND deleted_at IS NULL",
    )
    .run(title, fold(title), id, reader);
  return findConversation(database, reader, id);
}

/** Its turns and their feedback go with it; it can be restored until it is purged. Whether there was one. */
export function deleteConversation(database: Database, reader: string, id: string): boolean {
  const { changes } = database
    .prepare("UPDATE conversations SET deleted_at = ? WHERE id = ? AND reader = ? AND deleted_at IS NULL")
    .run(Date.now(), id, reader);
  return changes > 0;
}

/** Takes a deletion back, whole as it was; one that was not deleted stays as it is. */
export function restoreConversation(
  database: Database,
  reader: string,
  id: string,
): ConversationSummary | null {
  database.prepare("UPDATE conversations SET deleted_at = NULL WHERE id = ? AND reader = ?").run(id, reader);
  return findConversation(database, reader, id);
}
