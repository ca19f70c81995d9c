import Database from "libsql";
import type { Document, Language, Line, Passage, Sentence } from "../../document.ts";
import type { DocumentSummary, StoredPassage } from "../knowledge-base.ts";

const schema = `
  CREATE TABLE documents (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, organisation TEXT, year INTEGER,
    language TEXT NOT NULL, line_count INTEGER NOT NULL, furniture_count INTEGER NOT NULL,
    first_passage INTEGER NOT NULL, passage_count INTEGER NOT NULL);
  CREATE TABLE lines (
    document INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, page INTEGER, furniture TEXT,
    PRIMARY KEY (document, number)) WITHOUT ROWID;
  CREATE TABLE passages (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL, headings TEXT NOT NULL, sentences TEXT NOT NULL);
`;

/** Writes documents, lines and passages into a new SQLite file; passages are numbered in order from 0. */
export function writeDocuments(path: string, documents: readonly Document[]): void {
  const database = new Database(path);
  try {
    database.exec(schema);
    const insert = prepareInserts(database);
    let passageId = 0;
    database.transaction(() => {
      documents.forEach((document, position) => {
        insert.document(document, position, passageId);
        for (const passage of document.passages) insert.passage(passageId++, position, passage);
      });
    })();
  } finally {
    database.close();
  }
}

function prepareInserts(database: Database.Database) {
  const intoDocuments = database.prepare("INSERT INTO documents VALUES (?,?,?,?,?,?,?,?,?,?)");
  const intoLines = database.prepare("INSERT INTO lines VALUES (?,?,?,?,?)");
  const intoPassages = database.prepare("INSERT INTO passages VALUES (?,?,?,?)");
  return {
    document(document: Document, position: number, firstPassage: number) {
      const { id, title, organisation, year, language, lines, furniture, passages } = document;
      const counts = [lines.length, furniture.length, firstPassage, passages.length];
      intoDocuments.run(position, id, title, organisation, year, language, ...counts);
      const reasonOf = new Map(furniture.map((item) => [item.line, item.reason]));
      for (const line of lines) {
        intoLines.run(position, line.number, line.text, line.page, reasonOf.get(line.number) ?? null);
      }
    },
    passage(id: number, position: number, { headings, sentences }: Passage) {
      const rows = sentences.map(({ text, startLine, endLine, kind }) => [text, startLine, endLine, kind]);
      intoPassages.run(id, position, JSON.stringify(headings), JSON.stringify(rows));
    },
  };
}

interface DocumentRow {
  readonly position: number;
  readonly id: string;
  readonly title: string;
  readonly organisation: string | null;
  readonly year: number | null;
  readonly language: Language;
  readonly line_count: number;
  readonly furniture_count: number;
  readonly first_passage: number;
  readonly passage_count: number;
}

interface PassageRow {
  readonly document: number;
  readonly headings: string;
  readonly sentences: string;
}

/** The documents, lines and passages of one generation, read from its SQLite file. */
export class DocumentStore {
  readonly #database: Database.Database;
  readonly #rows: readonly DocumentRow[];
  readonly #positions: ReadonlyMap<string, number>;
  readonly summaries: readonly DocumentSummary[];

  constructor(path: string) {
    this.#database = new Database(path, { readonly: true });
    this.#rows = this.#database.prepare("SELECT * FROM documents ORDER BY position").all() as DocumentRow[];
    this.#positions = new Map(this.#rows.map((row) => [row.id, row.position]));
    this.summaries = this.#rows.map(toSummary);
  }

  get passageCount(): number {
    return this.#rows.reduce((sum, row) => sum + row.passage_count, 0);
  }

  summary(id: string): DocumentSummary | undefined {
    return this.summaries[this.#positions.get(id) ?? -1];
  }

  lines(id: string, from: number, to: number): Line[] {
    const position = this.#positions.get(id);
    if (position === undefined) return [];
    const select =
      "SELECT number, text, page FROM lines WHERE document = ? AND number BETWEEN ? AND ? ORDER BY number";
    return this.#database.prepare(select).all(position, from, to) as Line[];
  }

  passages(ids: readonly number[]): StoredPassage[] {
    const select = this.#database.prepare("SELECT document, headings, sentences FROM passages WHERE id = ?");
    return ids.flatMap((id) => {
      const row = select.get(id) as PassageRow | undefined;
      return row ? [toPassage(id, row, this.#rows[row.document]?.id ?? "")] : [];
    });
  }

  /** One flag per passage: whether it belongs to one of the documents. Unknown ids match nothing. */
  passageMask(documents: readonly string[]): Uint8Array {
    const mask = new Uint8Array(this.passageCount);
    for (const id of documents) {
      const row = this.#rows[this.#positions.get(id) ?? -1];
      if (row) mask.fill(1, row.first_passage, row.first_passage + row.passage_count);
    }
    return mask;
  }

  close(): void {
    this.#database.close();
  }
}

function toSummary(row: DocumentRow): DocumentSummary {
  const { id, title, organisation, year, language } = row;
  const counts = {
    lineCount: row.line_count,
    furnitureCount: row.furniture_count,
    passageCount: row.passage_count,
  };
  return { id, title, organisation, year, language, ...counts };
}

function toPassage(id: number, row: PassageRow, document: string): StoredPassage {
  const sentences = (JSON.parse(row.sentences) as [string, number, number, Sentence["kind"]][]).map(
    ([text, startLine, endLine, kind]): Sentence => ({ text, startLine, endLine, kind }),
  );
  return {
    id,
    document,
    headings: JSON.parse(row.headings) as string[],
    startLine: sentences[0]?.startLine ?? 0,
    endLine: sentences.at(-1)?.endLine ?? 0,
    text: sentences.map((sentence) => sentence.text).join("\n"),
    sentences,
  };
}
