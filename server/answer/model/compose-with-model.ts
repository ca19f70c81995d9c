import type { AnswerSentence, AskEvent, Notice } from "../../api/types.ts";
import { composeExtract } from "../extractive/compose-extract.ts";
import type { Composition, Reading } from "../reading.ts";
import { wordings } from "../wording.ts";
import { Draft } from "./draft.ts";
import { judgeSentences } from "./judge.ts";
import { toModelFault } from "./model-fault.ts";
import type { ModelParts } from "./model-parts.ts";
import { answerPrompt } from "./prompt.ts";
import { inReadersLanguage } from "./reply-language.ts";
import type { Token } from "./reply-token.ts";
import { ReplyScanner } from "./scan-reply.ts";
import { streamReply } from "./stream-reply.ts";

const maxTokens = 1500;
/** Twice what the tokens allow in ordinary text; a server may not keep to them. */
const longestReply = 12_000;

/** The answer in a model's words, every claim of it checked; quotes where the model does not answer. */
export async function* composeWithModel(
  parts: ModelParts,
  reading: Reading,
): AsyncGenerator<AskEvent, Composition> {
  const draft = new Draft(reading);
  const ending = yield* writeReply(parts, reading, draft);
  const how = { mode: "model", model: parts.model.name } as const;
  const notFound = { text: wordings[reading.question.language].notFound, citations: [], sentences: [] };
  if (ending === "not_found") {
    yield { event: "delta", data: { text: notFound.text } };
    return { status: "not_found", ...notFound, ...how };
  }
  if (draft.isEmpty) return { ...(yield* composeExtract(reading)), notice: ending ?? "model_unavailable" };
  yield* await draft.end();
  parts.countDropped(draft.droppedMarkers);
  const sentences = yield* judgeSentences(parts, draft, reading);
  // What was cut short is shown as far as it goes.
  if (ending === null && !sentences.some(isCarried)) return { status: "not_found", ...notFound, ...how };
  const { notice, ...written } = inReadersLanguage({ text: draft.text, sentences }, reading);
  const told = ending ?? notice;
  return {
    status: "answered",
    citations: draft.citations,
    ...written,
    ...how,
    ...(told && { notice: told }),
  };
}

function isCarried({ verdict }: AnswerSentence): boolean {
  return verdict !== "unsupported";
}

/** Writes the reply into the draft as it arrives; says how it ended, null where it is whole. */
async function* writeReply(
  parts: ModelParts,
  reading: Reading,
  draft: Draft,
): AsyncGenerator<AskEvent, Notice | "not_found" | null> {
  const scanner = new ReplyScanner({
    passageCount: reading.passages.length,
    isKnownUrl: (url) => reading.passages.some((passage) => passage.text.includes(url)),
  });
  let room = longestReply;
  let ending: Notice | null = "answer_interrupted";
  try {
    const { signal } = reading;
    for await (const piece of streamReply(parts, answerPrompt(reading), { signal, maxTokens })) {
      const tokens = scanner.push(piece.text.slice(0, room));
      if (draft.isEmpty && saysNotFound(tokens)) return "not_found";
      yield* draft.take(tokens);
      room -= piece.text.length;
      if (room < 0) return "answer_too_long";
      if (piece.refusal) ending = "model_refused";
      else if (piece.finish) ending = endings[piece.finish] ?? (ending === "model_refused" ? ending : null);
    }
    yield* draft.take(scanner.end());
    return ending;
  } catch (error) {
    reading.signal.throwIfAborted();
    const fault = toModelFault(error);
    parts.report(fault);
    return draft.isEmpty ? "model_unavailable" : "answer_interrupted";
  }
}

/** Whether the first thing that the reply says is that nothing answers. */
function saysNotFound(tokens: readonly Token[]): boolean {
  const first = tokens.find(
    (token) => token.kind === "not_found" || (token.kind === "text" && token.text.trim() !== ""),
  );
  return first?.kind === "not_found";
}

/** Finish reasons other than an ordinary end. */
const endings: Readonly<Record<string, Notice>> = {
  length: "answer_too_long",
  content_filter: "content_filtered",
};
