/** Carried in the file as `user_version`. */
export const schemaVersion = 2;

/**
 * `reader` is the hash of a reader's key; times are milliseconds since 1970, UTC. `folded` is what a search looks
 * through: a title, or a turn's question and answer. `answer` is the whole Answer as JSON, `documents` the ids that a
 * question was limited to. A conversation with a `deleted_at` can still be restored; whatever is read goes by
 * `kept_conversations`, which leaves it out.
 */
export const schema = `
CREATE TABLE conversations (
  id TEXT PRIMARY KEY,
  reader TEXT NOT NULL,
  title TEXT NOT NULL,
  folded TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE VIEW kept_conversations AS SELECT * FROM conversations WHERE deleted_at IS NULL;
CREATE INDEX conversations_of_reader ON conversations (reader, updated_at, id);

CREATE TABLE turns (
  id TEXT PRIMARY KEY,
  conversation TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE,
  question TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('answered', 'aborted', 'failed')),
  text TEXT NOT NULL,
  answer TEXT,
  folded TEXT NOT NULL,
  documents TEXT NOT NULL,
  is_edited INTEGER NOT NULL
) STRICT;
CREATE INDEX turns_of_conversation ON turns (conversation, asked_at);

CREATE TABLE feedback (
  turn TEXT PRIMARY KEY REFERENCES turns ON DELETE CASCADE,
  rating TEXT NOT NULL CHECK (rating IN ('up', 'down')),
  reason TEXT,
  given_at INTEGER NOT NULL
) STRICT;

PRAGMA user_version = ${schemaVersion};
`;

/** What the documents do not answer comes with the closest lines, small talk without. */
export const isUnanswered = "json_extract(answer, '$.closest[0]') IS NOT NULL";

/** Made where they are missing: a file without them is no other version. `key` is whose tokens of that day they are. */
export const additions = `
CREATE INDEX IF NOT EXISTS feedback_by_rating ON feedback (rating, given_at, turn);
CREATE INDEX IF NOT EXISTS unanswered_turns ON turns (asked_at, id) WHERE ${isUnanswered};
CREATE TABLE IF NOT EXISTS spent_tokens (
  day TEXT NOT NULL,
  key TEXT NOT NULL,
  tokens INTEGER NOT NULL,
  PRIMARY KEY (day, key)
) STRICT, WITHOUT ROWID;
`;
