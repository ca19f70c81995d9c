import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";
import type { Logger } from "pino";
import { ProblemError } from "../http/problem.ts";
import { additions, schema, schemaVersion } from "./schema.ts";

export interface StorageOptions {
  /** The SQLite file; `:memory:` keeps nothing. */
  readonly path: string;
  readonly log: Logger;
}

/** Another server on the same file may be writing. */
const busyTimeoutInMs = 500;

/** The file of conversations. It is opened at the first use, and again at the next one where that failed. */
export class Storage {
  readonly #options: StorageOptions;
  #database: Database.Database | null = null;
  #failures = 0;

  constructor(options: StorageOptions) {
    this.#options = options;
  }

  /** Times since the start that the file could not be used. */
  get failures(): number {
    return this.#failures;
  }

  /** Throws `storage_unavailable` where the file cannot be used; the cause is logged and counted. */
  use<Result>(work: (database: Database.Database) => Result): Result {
    try {
      this.#database ??= open(this.#options.path);
      return work(this.#database);
    } catch (error) {
      this.#failures += 1;
      this.#options.log.error(
        { err: error, code: "storage_failed" },
        "Conversations cannot be stored or read",
      );
      throw new ProblemError("storage_unavailable");
    }
  }
}

function open(path: string): Database.Database {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path, { timeout: busyTimeoutInMs });
  try {
    prepare(database, path);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What readers wrote cannot be computed again: a file of another version is refused, never begun anew. */
function prepare(database: Database.Database, path: string): void {
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = NORMAL");
  database.pragma("foreign_keys = ON");
  database.pragma("secure_delete = ON");
  database
    .transaction(() => {
      const { user_version: version } = database.prepare("PRAGMA user_version").get() as {
        readonly user_version: number;
      };
      if (version !== schemaVersion && version !== 0) {
        throw new Error(
          `'${path}' has version ${version} and this server reads version ${schemaVersion}: run the version that wrote it, or move the file away to begin anew`,
        );
      }
      if (version === 0) database.exec(schema);
      database.exec(additions);
    })
    .immediate();
}
