import { copyFileSync } from "node:fs";
import Database from "libsql";
import type { Document, Passage } from "../../document.ts";

const schema = `
  CREATE TABLE documents (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, organisation TEXT, aliases TEXT NOT NULL, date TEXT,
    year INTEGER,
    language TEXT NOT NULL, line_count INTEGER NOT NULL, furniture_count INTEGER NOT NULL,
    first_passage INTEGER NOT NULL, passage_count INTEGER NOT NULL);
  CREATE TABLE lines (
    document INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, page INTEGER, furniture TEXT,
    PRIMARY KEY (document, number)) WITHOUT ROWID;
  CREATE TABLE passages (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL, headings TEXT NOT NULL, sentences TEXT NOT NULL);
`;

export interface DocumentChanges {
  /** The file of the generation before, or null to begin with an empty one. */
  readonly base: string | null;
  readonly removed: readonly string[];
  /** New ids by old ids, for files that moved. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly added: readonly Document[];
}

/** Where passages went: numbers are never used twice, so those of removed documents stay empty. */
export interface PassageNumbers {
  readonly removed: readonly number[];
  /** The first number of the added passages, which follow one another in the order of `added`. */
  readonly firstAdded: number;
}

/** Writes a new SQLite file: the base with documents removed, renamed and added. */
export function writeDocuments(
  path: string,
  { base, removed, renamed, added }: DocumentChanges,
): PassageNumbers {
  if (base) copyFileSync(base, path);
  const database = new Database(path);
  try {
    // The file is flushed as a whole before it is published, so it needs no journal of its own.
    database.pragma("journal_mode = OFF");
    database.pragma("synchronous = OFF");
    if (!base) database.exec(schema);
    let numbers: PassageNumbers = { removed: [], firstAdded: 0 };
    database.transaction(() => {
      const gone = removeDocuments(database, removed);
      renameDocuments(database, renamed);
      const firstAdded = nextNumber(database, "passages", "id", gone);
      addDocuments(database, added, firstAdded);
      numbers = { removed: gone, firstAdded };
    })();
    return numbers;
  } finally {
    database.close();
  }
}

function removeDocuments(database: Database.Database, ids: readonly string[]): number[] {
  const find = database.prepare("SELECT position, first_passage, passage_count FROM documents WHERE id = ?");
  const deletions = ["lines WHERE document", "passages WHERE document", "documents WHERE position"].map(
    (place) => database.prepare(`DELETE FROM ${place} = ?`),
  );
  return ids.flatMap((id) => {
    const row = find.get(id) as
      | { position: number; first_passage: number; passage_count: number }
      | undefined;
    if (!row) return [];
    for (const deletion of deletions) deletion.run(row.position);
    return Array.from({ length: row.passage_count }, (_, index) => row.first_passage + index);
  });
}

/** In two steps, as files may have exchanged their names. */
function renameDocuments(database: Database.Database, renamed: ReadonlyMap<string, string>): void {
  const rename = database.prepare("UPDATE documents SET id = ? WHERE id = ?");
  for (const id of renamed.keys()) rename.run(`\0${id}`, id);
  for (const [from, to] of renamed) rename.run(to, `\0${from}`);
}

function addDocuments(
  database: Database.Database,
  documents: readonly Document[],
  firstPassage: number,
): void {
  const intoDocuments = database.prepare("INSERT INTO documents VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
  const intoLines = database.prepare("INSERT INTO lines VALUES (?,?,?,?,?)");
  const intoPassages = database.prepare("INSERT INTO passages VALUES (?,?,?,?)");
  let position = nextNumber(database, "documents", "position");
  let number = firstPassage;
  for (const document of documents) {
    const { id, title, organisation, aliases, date, year, language, lines, furniture, passages } = document;
    const counts = [lines.length, furniture.length, number, passages.length];
    const names = [title, organisation, JSON.stringify(aliases), date];
    intoDocuments.run(position, id, ...names, year, language, ...counts);
    const reasonOf = new Map(furniture.map((item) => [item.line, item.reason]));
    for (const line of lines) {
      intoLines.run(position, line.number, line.text, line.page, reasonOf.get(line.number) ?? null);
    }
    for (const passage of passages) {
      intoPassages.run(number++, position, JSON.stringify(passage.headings), encodeSentences(passage));
    }
    position++;
  }
}

function encodeSentences({ sentences }: Passage): string {
  return JSON.stringify(
    sentences.map(({ text, startLine, endLine, kind }) => [text, startLine, endLine, kind]),
  );
}

/** One above every number in use or just freed. */
function nextNumber(
  database: Database.Database,
  table: string,
  column: string,
  freed: readonly number[] = [],
): number {
  const row = database.prepare(`SELECT MAX(${column}) AS highest FROM ${table}`).get() as {
    highest: number | null;
  };
  return freed.reduce((highest, number) => Math.max(highest, number), row.highest ?? -1) + 1;
}
