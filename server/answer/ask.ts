import { randomUUID } from "node:crypto";
import type { Embedder } from "../../ingest/embeddings/embedder.ts";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import type { Answer, AskEvent, AskRequest, PassageResult } from "../api/types.ts";
import { type Composition, composeQuotations } from "./compose.ts";
import { weighGroups } from "./match.ts";
import { understandQuestion } from "./question.ts";
import { type RetrievedPassage, retrieve } from "./retrieve.ts";
import { selectSentences } from "./select.ts";
import { wordings } from "./wording.ts";

export interface AnswerParts {
  readonly dictionary: Dictionary;
  readonly embedder: Embedder;
}

/** Passages an answer may cite from. */
const passagesForAnswer = 8;
const closestShown = 3;
/** Below this share of the question found in the best passage, the documents do not answer it. */
const leastCoverage = 0.1;

/** Understand, retrieve, compose, cite, verify: the events of one answer, ending with the whole of it. */
export async function* ask(
  { dictionary, embedder }: AnswerParts,
  base: KnowledgeBase,
  request: AskRequest,
  signal: AbortSignal,
): AsyncGenerator<AskEvent> {
  const clock = startClock();
  const question = understandQuestion(request.question, request.history ?? [], dictionary);
  const found = await retrieve(base, question, embedder, {
    limit: passagesForAnswer,
    documents: request.documents,
  });
  signal.throwIfAborted();
  const passages = found.map((passage) => ({ ...passage, title: titleOf(base, passage) }));
  clock.mark("retrieveMs");
  yield { event: "retrieved", data: { passages: passages.map(toResult) } };

  const selection = selectSentences(weighGroups(question.searchGroups, base), passages);
  const isAnswered = selection.coverage >= leastCoverage && selection.quotations.length > 0;
  clock.mark("firstTokenMs");
  const composition = isAnswered
    ? yield* composeQuotations(base, question, selection.quotations)
    : yield* sayNotFound(wordings[question.language].notFound);
  const answer: Answer = {
    id: randomUUID(),
    conversation: request.conversation ?? randomUUID(),
    question: request.question,
    language: question.language,
    status: isAnswered ? "answered" : "not_found",
    ...composition,
    closest: isAnswered ? [] : passages.slice(0, closestShown).map(toResult),
    mode: "extractive",
    model: null,
    timings: clock.stop(),
  };
  yield { event: "done", data: answer };
}

function* sayNotFound(text: string): Generator<AskEvent, Composition> {
  yield { event: "delta", data: { text } };
  return { text, citations: [], sentences: [] };
}

export function toResult(passage: RetrievedPassage & { readonly title: string }): PassageResult {
  const { document, title, headings, startLine, endLine, text, score } = passage;
  return { document, title, headings, startLine, endLine, text, score };
}

export function titleOf(base: KnowledgeBase, { document }: { readonly document: string }): string {
  return base.document(document)?.title ?? document;
}

function startClock() {
  const start = performance.now();
  const marks = { retrieveMs: 0, firstTokenMs: 0 };
  const elapsed = () => Math.round((performance.now() - start) * 10) / 10;
  return {
    mark(name: keyof typeof marks) {
      marks[name] = elapsed();
    },
    stop: () => ({ ...marks, totalMs: elapsed() }),
  };
}
