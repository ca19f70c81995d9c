import Database from "libsql";
import type { Language, Line, Sentence } from "../../document.ts";
import type { DocumentSummary, Heading, StoredPassage } from "../knowledge-base.ts";
import { readHeadings } from "./read-headings.ts";

interface DocumentRow {
  readonly position: number;
  readonly title: string;
  readonly organisation: string | null;
  readonly aliases: string;
  readonly date: string | null;
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

/** The documents, lines and passages of one segment, read from its SQLite file. Passage numbers are the segment's own. */
export class DocumentStore {
  readonly #database: Database.Database;
  readonly #lines: Database.Statement;
  readonly #passages: Database.Statement;
  readonly #headed: Database.Statement;
  readonly #rows: ReadonlyMap<number, DocumentRow>;

  constructor(path: string) {
    this.#database = new Database(path, { readonly: true });
    const rows = this.#database.prepare("SELECT * FROM documents").all() as DocumentRow[];
    this.#rows = new Map(rows.map((row) => [row.position, row]));
    this.#lines = this.#database.prepare(
      "SELECT number, text, page FROM lines WHERE document = ? AND number BETWEEN ? AND ? ORDER BY number",
    );
    this.#passages = this.#database.prepare(
      "SELECT document, headings, sentences FROM passages WHERE id = ?",
    );
    // A quotation mark inside a sentence is written \", so this finds nothing but kinds.
    this.#headed = this.#database.prepare(
      `SELECT document, headings, sentences FROM passages
       WHERE id >= ? AND id < ? AND instr(sentences, ',"heading"]') > 0 ORDER BY id`,
    );
  }

  describe(position: number): Omit<DocumentSummary, "id"> | undefined {
    const row = this.#rows.get(position);
    return row && toSummary(row);
  }

  lines(position: number, from: number, to: number): Line[] {
    return this.#lines.all(position, from, to) as Line[];
  }

  /** A passage without its place in the index, and the position of its document. */
  passage(number: number): (Omit<StoredPassage, "id" | "document"> & { readonly position: number }) | null {
    const row = this.#passages.get(number) as PassageRow | undefined;
    return row ? { position: row.document, ...toPassage(row) } : null;
  }

  headings(position: number): Heading[] {
    const rows = this.#headed.all(...this.passageRange(position)) as PassageRow[];
    return readHeadings(rows.map(toPassage), this.#rows.get(position)?.title ?? "");
  }

  /** The passages of a document: the first, and the one after the last. */
  passageRange(position: number): readonly [number, number] {
    const row = this.#rows.get(position);
    return row ? [row.first_passage, row.first_passage + row.passage_count] : [0, 0];
  }

  close(): void {
    this.#database.close();
  }
}

function toSummary(row: DocumentRow): Omit<DocumentSummary, "id"> {
  const { title, organisation, date, year, language } = row;
  const aliases = JSON.parse(row.aliases) as string[];
  const counts = {
    lineCount: row.line_count,
    furnitureCount: row.furniture_count,
    passageCount: row.passage_count,
  };
  return { title, organisation, aliases, date, year, language, ...counts };
}

function toPassage(row: PassageRow): Omit<StoredPassage, "id" | "document"> {
  const sentences = (JSON.parse(row.sentences) as [string, number, number, Sentence["kind"]][]).map(
    ([text, startLine, endLine, kind]): Sentence => ({ text, startLine, endLine, kind }),
  );
  return {
    headings: JSON.parse(row.headings) as string[],
    startLine: sentences[0]?.startLine ?? 0,
    endLine: sentences.at(-1)?.endLine ?? 0,
    text: sentences.map((sentence) => sentence.text).join("\n"),
    sentences,
  };
}
