/** The wire shapes of searching and asking: what the web app and other programs build against. */
import type { Explanation } from "./explanation.ts";

export type Language = "zh-Hant" | "zh-Hans" | "en";
export type ChineseScript = Exclude<Language, "en">;
export type Verdict = "supported" | "partial" | "unsupported";

export interface PassageResult {
  readonly document: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
  readonly score: number;
}

export interface SearchRequest {
  readonly query: string;
  readonly limit: number;
  /** Earlier turns, which count where the query leans on them. */
  readonly history?: readonly HistoryTurn[] | undefined;
  readonly documents?: readonly string[] | undefined;
  readonly explain?: boolean | undefined;
  /** The Chinese script that titles and headings are shown in; the passages' text stays as it stands. */
  readonly script?: ChineseScript | undefined;
}

export interface SearchResponse {
  readonly language: Language;
  readonly passages: readonly FoundPassage[];
}

export interface FoundPassage extends PassageResult {
  /** Present where the request says `explain: true`. */
  readonly explanation?: Explanation | undefined;
}

export interface Citation {
  readonly marker: number;
  readonly document: string;
  readonly title: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly page: number | null;
  /** Verbatim from the lines, whitespace aside. */
  readonly quote: string;
  /** The viewer's address, such as `/sources/a/b.txt#L12-L14`. */
  readonly url: string;
}

export interface AnswerSentence {
  readonly text: string;
  readonly citations: readonly number[];
  readonly verdict: Verdict;
}

export interface Answer {
  readonly id: string;
  readonly conversation: string;
  readonly question: string;
  readonly language: Language;
  readonly status: "answered" | "not_found";
  /** Running text with markers such as `[1]`. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly sentences: readonly AnswerSentence[];
  /** The nearest passages when nothing answers; never an answer themselves. */
  readonly closest: readonly PassageResult[];
  readonly mode: "extractive" | "model";
  readonly model: string | null;
  readonly notice?: Notice;
  /** Where cited documents do not agree; the text says so as well. Absent where none is known to. */
  readonly conflicts?: readonly Conflict[];
  readonly timings: { readonly retrieveMs: number; readonly firstTokenMs: number; readonly totalMs: number };
}

/** One figure or date for which cited documents give different values. */
export interface Conflict {
  /** Two or more: each value, verbatim from a quote, with the markers of the citations that give it. */
  readonly sides: readonly { readonly value: string; readonly citations: readonly number[] }[];
}

/** What a reader is to know of how an answer came about; absent where nothing is out of the ordinary. */
export type Notice =
  /** The language model failed before its first word: the answer is quoted without it. */
  | "model_unavailable"
  /** The model stopped in mid-answer. */
  | "answer_interrupted"
  /** The answer reached the longest length allowed. */
  | "answer_too_long"
  /** The model's provider withheld the rest. */
  | "content_filtered"
  /** The model declined to answer. */
  | "model_refused"
  /** The answer is in another language than the question. */
  | "other_language";

export interface HistoryTurn {
  readonly role: "user" | "assistant";
  readonly content: string;
}

export interface AskRequest {
  readonly question: string;
  readonly conversation?: string | undefined;
  readonly history?: readonly HistoryTurn[] | undefined;
  readonly documents?: readonly string[] | undefined;
  /** The id of an earlier answer of the conversation whose place the new one takes; one that was rated stays. */
  readonly replaces?: string | undefined;
}

export interface Problem {
  readonly type: string;
  /** Says what to do. */
  readonly title: string;
  readonly status: number;
  /** A stable word for programs, such as `question_empty`. */
  readonly code: string;
  readonly detail?: string;
}

/** The events of `POST /api/ask` as server-sent events, in order; a stream ends with `done` or `error`. */
export type AskEvent =
  | { readonly event: "retrieved"; readonly data: Retrieved }
  | { readonly event: "delta"; readonly data: { readonly text: string } }
  | { readonly event: "citation"; readonly data: Citation }
  | { readonly event: "verdict"; readonly data: { readonly sentence: number } & AnswerSentence }
  | { readonly event: "done"; readonly data: Answer }
  | { readonly event: "error"; readonly data: Problem };

export interface Retrieved {
  readonly passages: readonly PassageResult[];
  /** The answer's id, under which it can be followed again or stopped. */
  readonly id?: string;
  readonly conversation?: string;
}

/** `GET /readyz`: 200 with `ready: true`, or 503 with `ready: false` and a reason to show. */
export interface Readiness {
  readonly ready: boolean;
  readonly reason: "ok" | "corpus_missing" | "corpus_empty" | "ingesting" | "no_index" | "shutting_down";
  readonly message: string;
  readonly documents: number;
  readonly passages: number;
  readonly generation: string | null;
  readonly model: string | null;
  /** Times since the start that a conversation could not be stored or read. */
  readonly storageFailures: number;
  /** `failing` while the model is left alone after several failures; answers are quotes meanwhile. */
  readonly modelState: "ready" | "failing" | null;
}

export interface EmbedPolicy {
  /** The exact origins of pages that may frame the chat. */
  readonly origins: readonly string[];
  /** Whether a reader without a token is let in. */
  readonly isOpen: boolean;
}
