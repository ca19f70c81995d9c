import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import type { Answer } from "../api/types.ts";
import type { Question } from "./question.ts";
import type { Scored } from "./rank/rerank.ts";

/** What an answer is composed from: the question as understood, and the passages found for it, best first. */
export interface Reading {
  readonly base: KnowledgeBase;
  readonly dictionary: Dictionary;
  readonly question: Question;
  readonly passages: readonly TitledPassage[];
  readonly signal: AbortSignal;
}

export interface TitledPassage extends Scored {
  readonly title: string;
}

/** What a composer makes of a reading; the pipeline adds who asked, when and how long it took. */
export type Composition = Pick<
  Answer,
  "status" | "text" | "citations" | "sentences" | "mode" | "model" | "notice" | "conflicts"
>;
