import Database from "libsql";
import type { Language, Line, Sentence } from "../../document.ts";
import type { DocumentSummary, StoredPassage } from "../knowledge-base.ts";

interface DocumentRow {
  readonly position: number;
  readonly id: string;
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

/** The documents, lines and passages of one generation, read from its SQLite file. */
export class DocumentStore {
  readonly #database: Database.Database;
  readonly #selectPassage: Database.Statement;
  readonly #byId: ReadonlyMap<string, DocumentRow>;
  readonly #byPosition: ReadonlyMap<number, DocumentRow>;
  readonly summaries: readonly DocumentSummary[];
  readonly passageCount: number;
  /** One above the highest passage number; numbers of removed passages are not used again. */
  readonly numberCount: number;

  constructor(path: string) {
    this.#database = new Database(path, { readonly: true });
    this.#selectPassage = this.#database.prepare(
      "SELECT document, headings, sentences FROM passages WHERE id = ?",
    );
    const rows = this.#database.prepare("SELECT * FROM documents ORDER BY id").all() as DocumentRow[];
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    this.#byPosition = new Map(rows.map((row) => [row.position, row]));
    this.summaries = rows.map(toSummary);
    this.passageCount = rows.reduce((sum, row) => sum + row.passage_count, 0);
    this.numberCount = rows.reduce((most, row) => Math.max(most, row.first_passage + row.passage_count), 0);
  }

  summary(id: string): DocumentSummary | undefined {
    const row = this.#byId.get(id);
    return row && toSummary(row);
  }

  lines(id: string, from: number, to: number): Line[] {
    const position = this.#byId.get(id)?.position;
    if (position === undefined) return [];
    const select =
      "SELECT number, text, page FROM lines WHERE document = ? AND number BETWEEN ? AND ? ORDER BY number";
    return this.#database.prepare(select).all(position, from, to) as Line[];
  }

  passages(ids: readonly number[]): StoredPassage[] {
    return ids.flatMap((id) => {
      const row = this.#selectPassage.get(id) as PassageRow | undefined;
      return row ? [toPassage(id, row, this.#byPosition.get(row.document)?.id ?? "")] : [];
    });
  }

  /** One flag per passage: whether it belongs to one of the documents. Unknown ids match nothing. */
  passageMask(documents: readonly string[]): Uint8Array {
    const mask = new Uint8Array(this.numberCount);
    for (const id of documents) {
      const row = this.#byId.get(id);
      if (row) mask.fill(1, row.first_passage, row.first_passage + row.passage_count);
    }
    return mask;
  }

  close(): void {
    this.#database.close();
  }
}

function toSummary(row: DocumentRow): DocumentSummary {
  const { id, title, organisation, date, year, language } = row;
  const aliases = JSON.parse(row.aliases) as string[];
  const counts = {
    lineCount: row.line_count,
    furnitureCount: row.furniture_count,
    passageCount: row.passage_count,
  };
  return { id, title, organisation, aliases, date, year, language, ...counts };
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
