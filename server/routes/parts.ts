import type { Logger } from "pino";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import type { AccessSettings } from "../access/access-settings.ts";
import type { EmbedSettings } from "../access/embed-settings.ts";
import type { TokenBudget } from "../access/token-budget.ts";
import type { Allowance } from "../answer/model/allowance.ts";
import type { IngestReport, UploadState } from "../api/documents.ts";
import type { Gloss } from "../api/gloss.ts";
import type { AskEvent, AskRequest, Readiness, SearchRequest, SearchResponse } from "../api/types.ts";
import type { LiveAnswers } from "../conversations/live-answers.ts";
import type { Storage } from "../conversations/storage.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { Uploads } from "../uploads/uploads.ts";

/** What the application is built from; tests hand in their own. */
export interface AppParts {
  /** Asked anew for every request, so that a new generation is picked up without a pause. */
  readonly knowledge: () => Knowledge | Promise<Knowledge>;
  readonly search: (
    base: KnowledgeBase,
    request: SearchRequest,
    signal: AbortSignal,
  ) => Promise<SearchResponse>;
  /** Yields the events of one answer and ends with `done`; an exception is answered as a coded `error`. */
  readonly ask: (
    base: KnowledgeBase,
    request: AskRequest,
    signal: AbortSignal,
    allowance: Allowance,
  ) => AsyncIterable<AskEvent>;
  /** What the words of a short text are in the other language. */
  readonly gloss: (text: string) => Promise<Gloss>;
  /** What the last ingest read and refused, or null before the first one. */
  readonly ingestReport: () => IngestReport | null;
  /** How far the index is behind the corpus. */
  readonly ingestState: () => UploadState["ingest"];
  /** Null where readers may not add and remove documents. */
  readonly uploads: Uploads | null;
  /** Whether what all readers asked and rated is shown. */
  readonly keeperPages: boolean;
  /** Where conversations are kept; an answer goes out whether or not it can be stored. */
  readonly storage: Storage;
  /** The source file of an ingested document, or null where it is gone; asked only for ids the base knows. */
  readonly originals: (id: string) => Promise<Original | null>;
  /** The language model in use, or null; reported by `/readyz`, not a condition. */
  readonly model: ModelState | null;
  /** Under which names the server is reached, and how often by one reader. */
  readonly access: AccessSettings;
  /** What the model may be used for in a day. */
  readonly budget: TokenBudget;
  readonly metrics: Metrics;
  /** The answers being made. */
  readonly answers: LiveAnswers;
  /** Who may show the chat inside another page. */
  readonly embed: EmbedSettings;
  /** Folder of the built web app. */
  readonly pages: string;
  /** Aborts when the server is to stop: live answers end with `shutting_down`, new ones are refused. */
  readonly closing?: AbortSignal;
  /** Aborts before that: nothing new is begun, live answers go on. */
  readonly draining?: AbortSignal;
  readonly log: Logger;
}

/** A model's name, and whether it is left alone because it fails. */
interface ModelState {
  readonly model: { readonly name: string };
  readonly breaker: { readonly isResting: boolean };
}

/** The published generation, or why there is none. */
export type Knowledge =
  | { readonly base: KnowledgeBase }
  | {
      readonly base: null;
      readonly reason: Exclude<Readiness["reason"], "ok" | "shutting_down">;
      readonly message: string;
    };

export interface Original {
  readonly path: string;
  /** The file name a reader sees when saving it. */
  readonly name: string;
  readonly mediaType: string;
}
