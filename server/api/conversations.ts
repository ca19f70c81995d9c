/** The wire shapes of stored conversations, their feedback, and where their citations stand now. */
import type { Answer, HistoryTurn } from "./types.ts";

export interface ConversationSummary {
  readonly id: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** `GET /api/conversations`: the reader's own, the one used last first. */
export interface ConversationList {
  readonly conversations: readonly ConversationSummary[];
  /** Given as `before`, it brings the next part; null with the last one. */
  readonly next: string | null;
}

/** `GET /api/conversations/{id}` */
export interface StoredConversation extends ConversationSummary {
  readonly turns: readonly StoredTurn[];
}

/** One question and what came of it. */
export interface StoredTurn {
  /** The answer's id. */
  readonly id: string;
  readonly question: string;
  /** The ids of the only documents asked; none means all. */
  readonly documents: readonly string[];
  /** Whether it took the place of one in other words. */
  readonly isEdited: boolean;
  readonly askedAt: string;
  /** `aborted`: stopped, or the reader left; `failed`: ended with a problem. `text` is what had been written. */
  readonly status: "answered" | "aborted" | "failed";
  readonly text: string;
  readonly answer: Answer | null;
  /** Where the quotes of the answer's citations stand now; null while no index is loaded. */
  readonly places: readonly CitationPlace[] | null;
  readonly feedback: Feedback | null;
}

export interface Feedback {
  readonly rating: "up" | "down";
  readonly reason: string | null;
}

/** `GET /api/feedback`: answers of all readers that are worth another look, the newest first. */
export interface FeedbackList {
  readonly items: readonly FeedbackItem[];
  readonly counts: Readonly<Record<FeedbackKind, number>>;
  /** Given as `before`, it brings the next part; null with the last one. */
  readonly next: string | null;
}

/** `unanswered`: questions that the documents did not answer; small talk is not among them. */
export type FeedbackKind = "down" | "up" | "unanswered";

/** Who asked is not part of it. */
export interface FeedbackItem {
  readonly answer: Answer;
  /** ISO 8601, UTC. */
  readonly askedAt: string;
  readonly feedback: Feedback | null;
  /** The earlier turns that the question may lean on, oldest first. */
  readonly history: readonly HistoryTurn[];
}

/** What `POST /api/citations/locate` is asked: the parts of a citation that outlive an edit. */
export interface QuotedLines {
  readonly document: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly quote: string;
}

/** Whether a quote still stands on its lines, elsewhere in its document, or nowhere in it. */
export type QuotePlace =
  | {
      readonly status: "same" | "moved";
      readonly startLine: number;
      readonly endLine: number;
      readonly page: number | null;
      /** The viewer's address of where it is now. */
      readonly url: string;
    }
  | { readonly status: "gone" };

export type CitationPlace = QuotePlace & { readonly marker: number };
