/** The wire shapes of the HTTP API: what the web app and other programs build against. */

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

/** Why a passage was found. */
export interface Explanation {
  /** What the score is made of: value times weight, summed, is the score. */
  readonly features: readonly ExplainedFeature[];
  /** The words of the question that the passage holds in some wording, the heaviest first. */
  readonly matches: readonly ExplainedTerm[];
  /** The words of the question that it does not hold. */
  readonly unmatched: readonly string[];
  /** The words of the question that name the document, found in its title, organisation, other names or date. */
  readonly naming: readonly ExplainedTerm[];
}

export interface ExplainedFeature {
  readonly name: FeatureName;
  /** 0..1 */
  readonly value: number;
  /** 0..1; the weights of all features add up to 1. */
  readonly weight: number;
  /** Share of the passage's score, 0..1. */
  readonly share: number;
}

export type FeatureName =
  | "lexical"
  | "dense"
  | "alignment"
  | "sentence"
  | "heading"
  | "document"
  | "run"
  | "rerank";

export interface ExplainedTerm {
  /** As it stands in the question, or in an earlier turn that the question leans on. */
  readonly term: string;
  readonly origin: "question" | "earlier";
  /** Share of everything the question looks for, 0..1. */
  readonly share: number;
  readonly wordings: readonly TermWording[];
}

export interface TermWording {
  /** Verbatim, in the document's own script; words that stand apart are joined by `…`. */
  readonly text: string;
  readonly kind: "written" | "form" | "synonym" | "translation";
  readonly place: Place;
  /** How good a wording it is, 0..1. */
  readonly weight: number;
}

export type Place = "text" | "heading" | "title" | "organisation" | "alias" | "date";

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

export interface DocumentListItem {
  readonly id: string;
  readonly title: string;
  readonly organisation: string | null;
  readonly year: number | null;
  readonly language: Language;
  readonly lineCount: number;
}

export interface DocumentLines {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly lineCount: number;
  readonly lines: readonly { readonly number: number; readonly text: string; readonly page: number | null }[];
}

/** `GET /api/documents/{id}/outline` */
export interface DocumentOutline {
  readonly id: string;
  readonly headings: readonly {
    readonly line: number;
    /** 1 is the highest. */
    readonly level: number;
    readonly text: string;
  }[];
}

/** `GET /api/documents/{id}/find`: where the words stand, in order; there may be more where it is not complete. */
export interface FoundPlaces {
  readonly places: readonly FoundPlace[];
  readonly isComplete: boolean;
}

/** From the offset `start` of one line up to, without it, the offset `end` of the same or a later one; UTF-16 units. */
export interface FoundPlace {
  readonly startLine: number;
  readonly start: number;
  readonly endLine: number;
  readonly end: number;
}

/** `GET /api/gloss`: the words of a text that the dictionary or the thesaurus knows, in order. */
export interface Gloss {
  readonly words: readonly GlossedWord[];
}

export interface GlossedWord {
  /** As it stands in the text. */
  readonly text: string;
  /** The same idea in both languages, as the thesaurus words it; the usual wording first. */
  readonly terms: readonly GlossedTerm[];
  /** Of a Chinese word, its entries in the dictionary; of an English one, those of its translations. */
  readonly entries: readonly GlossEntry[];
}

export interface GlossedTerm {
  readonly english: readonly string[];
  readonly chinese: readonly ChineseForms[];
}

export interface ChineseForms {
  readonly traditional: string;
  readonly simplified: string;
}

export interface GlossEntry extends ChineseForms {
  /** With tone marks. */
  readonly pinyin: string;
  readonly senses: readonly string[];
}

/** `POST /api/documents`: what became of each file, in the order sent. */
export interface UploadReply {
  readonly files: readonly UploadedFile[];
}

export type UploadedFile =
  | { readonly name: string; readonly status: "stored"; readonly id: string; readonly replaced: boolean }
  | { readonly name: string; readonly status: "refused"; readonly code: string; readonly message: string };

/** `GET /api/uploads`: whether documents can be added and removed, and how far the index is behind them. */
export interface UploadState {
  readonly allowed: boolean;
  readonly ingest: "running" | "failed" | "done";
}

/** `GET /api/ingest`: what the last ingest read and refused, every file of the corpus by id. */
export interface IngestReport {
  readonly generation: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly tookMs: number;
  readonly sources: readonly SourceReport[];
}

export type SourceReport =
  | {
      readonly id: string;
      readonly status: "read";
      readonly title: string;
      readonly lines: number;
      readonly furniture: number;
      readonly sentences: number;
      readonly passages: number;
      readonly warnings: readonly {
        readonly code: string;
        readonly message: string;
        readonly line?: number | undefined;
      }[];
    }
  | { readonly id: string; readonly status: "refused"; readonly code: string; readonly message: string };

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
