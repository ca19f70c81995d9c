import Database from "libsql";
import type { Document, Passage } from "../../document.ts";

const schema = `
  CREATE TABLE documents (
    position INTEGER PRIMARY KEY, title TEXT NOT NULL, organisation TEXT, aliases TEXT NOT NULL, date TEXT,
    year INTEGER,
    language TEXT NOT NULL, line_count INTEGER NOT NULL, furniture_count INTEGER NOT NULL,
    first_passage INTEGER NOT NULL, passage_count INTEGER NOT NULL);
  CREATE TABLE lines (
    document INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, page INTEGER, furniture TEXT,
    PRIMARY KEY (document, number)) WITHOUT ROWID;
  CREATE TABLE passages (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL, headings TEXT NOT NULL, sentences TEXT NOT NULL);
`;

/** Where the documents of a segment that was taken in went. */
export interface TakenIn {
  /** New positions of documents by old ones. */
  readonly positions: ReadonlyMap<number, number>;
  /** New numbers of passages by old ones, -1 for those left out. */
  readonly numbers: Int32Array;
}

type Value = string | number | null;

/** Writes the documents of a segment into a new SQLite file, one after another. */
export class DocumentsWriter {
  readonly #database: Database.Database;
  readonly #intoDocuments: Database.Statement;
  readonly #intoLines: Database.Statement;
  readonly #intoPassages: Database.Statement;
  #documents = 0;
  #passages = 0;

  constructor(path: string) {
    this.#database = new Database(path);
    // The file is flushed as a whole before it is published, so it needs no journal of its own.
    this.#database.pragma("journal_mode = OFF");
    this.#database.pragma("synchronous = OFF");
    this.#database.exec(schema);
    this.#database.exec("BEGIN");
    this.#intoDocuments = this.#database.prepare("INSERT INTO documents VALUES (?,?,?,?,?,?,?,?,?,?,?)");
    this.#intoLines = this.#database.prepare("INSERT INTO lines VALUES (?,?,?,?,?)");
    this.#intoPassages = this.#database.prepare("INSERT INTO passages VALUES (?,?,?,?)");
  }

  get documents(): number {
    return this.#documents;
  }

  get passages(): number {
    return this.#passages;
  }

  /** Returns the document's position in the segment. */
  add({ title, organisation, aliases, date, year, language, lines, furniture, passages }: Document): number {
    const position = this.#documents++;
    const names = [title, organisation, JSON.stringify(aliases), date];
    const counts = [lines.length, furniture.length, this.#passages, passages.length];
    this.#intoDocuments.run(position, ...names, year, language, ...counts);
    const reasonOf = new Map(furniture.map((item) => [item.line, item.reason]));
    for (const { number, text, page } of lines)
      this.#intoLines.run(position, number, text, page, reasonOf.get(number) ?? null);
    for (const passage of passages) {
      const headings = JSON.stringify(passage.headings);
      this.#intoPassages.run(this.#passages++, position, headings, encodeSentences(passage));
    }
    return position;
  }

  /** Copies documents out of the file of another segment, in the order of their positions. */
  takeIn(path: string, wanted: readonly number[], passageCount: number): TakenIn {
    const source = new Database(path, { readonly: true });
    try {
      const select = (place: string) => source.prepare(`SELECT * FROM ${place}`).raw();
      const document = select("documents WHERE position = ?");
      const lines = select("lines WHERE document = ? ORDER BY number");
      const passages = select("passages WHERE document = ? ORDER BY id");
      const positions = new Map<number, number>();
      const numbers = new Int32Array(passageCount).fill(-1);
      for (const old of [...wanted].sort((a, b) => a - b)) {
        const [, ...described] = document.get(old) as Value[];
        const position = this.#documents++;
        positions.set(old, position);
        this.#intoDocuments.run(position, ...described.with(-2, this.#passages));
        for (const [, ...line] of lines.all(old) as Value[][]) this.#intoLines.run(position, ...line);
        for (const [number, , ...text] of passages.all(old) as Value[][]) {
          numbers[number as number] = this.#passages;
          this.#intoPassages.run(this.#passages++, position, ...text);
        }
      }
      return { positions, numbers };
    } finally {
      source.close();
    }
  }

  finish(): void {
    this.#database.exec("COMMIT");
    this.#database.close();
  }

  /** Gives up: the file is of no use. */
  abandon(): void {
    this.#database.close();
  }
}

function encodeSentences({ sentences }: Passage): string {
  return JSON.stringify(
    sentences.map(({ text, startLine, endLine, kind }) => [text, startLine, endLine, kind]),
  );
}
