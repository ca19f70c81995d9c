import { randomUUID } from "node:crypto";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { detectLanguage } from "../../ingest/language/detect.ts";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import type { Answer, AskEvent, AskRequest, PassageResult } from "../api/types.ts";
import { startClock } from "./clock.ts";
import { flagConflicts } from "./conflicts/flag-conflicts.ts";
import { composeExtract } from "./extractive/compose-extract.ts";
import { type Allowance, unlimited } from "./model/allowance.ts";
import { composeWithModel } from "./model/compose-with-model.ts";
import { meterModel } from "./model/meter-model.ts";
import type { ModelParts } from "./model/model-parts.ts";
import { nameBySound } from "./names-by-sound.ts";
import { composeOverview } from "./overview/compose-overview.ts";
import { readOverviewRequest } from "./overview/overview-request.ts";
import { readOpenings } from "./overview/read-openings.ts";
import type { TitledPassage } from "./reading.ts";
import { type RetrieveParts, retrieve } from "./retrieve.ts";
import { replyToSmallTalk } from "./small-talk.ts";
import { understand } from "./understand.ts";
import { wordings } from "./wording.ts";

export interface AnswerParts extends RetrieveParts {
  readonly dictionary: Dictionary;
  /** Null where answers are quotes. */
  readonly model: ModelParts | null;
}

/** Passages an answer may cite from: what a model has to read costs time and money. */
const passagesForModel = 8;
const passagesForQuotes = 16;
const closestShown = 3;

/** Understand, retrieve, compose, cite, verify, flag conflicts: the events of one answer, ending with the whole of it. */
export async function* ask(
  parts: AnswerParts,
  base: KnowledgeBase,
  request: AskRequest,
  signal: AbortSignal,
  allowance: Allowance = unlimited,
): AsyncGenerator<AskEvent> {
  const clock = startClock();
  const reply = replyToSmallTalk(request.question, detectLanguage(request.question));
  if (reply !== null) return yield* saySmallTalk(request, reply, clock);
  const scope = request.documents ?? base.documents().map(({ id }) => id);
  const told = readOverviewRequest(request, base, { dictionary: parts.dictionary, scope });
  if (told?.length === 0) return yield* saySmallTalk(request, askWhich(base, scope, request.question), clock);
  const model = parts.model && allowance.isLeft ? meterModel(parts.model, allowance.spend) : null;
  const question = nameBySound(await understand({ ...parts, model }, request, signal), base);
  const found = await retrieve(base, question, parts, {
    limit: model ? passagesForModel : passagesForQuotes,
    documents: told ?? request.documents,
    signal,
  });
  signal.throwIfAborted();
  const titled = found.map((passage) => ({ ...passage, title: titleOf(base, passage) }));
  const openings = readOpenings(base, told ?? [], titled);
  const passages = [
    ...openings,
    ...titled.filter(({ id }) => openings.every((opening) => opening.id !== id)),
  ];
  clock.mark("retrieveMs");
  yield { event: "retrieved", data: { passages: passages.map(toResult) } };

  const reading = { base, dictionary: parts.dictionary, question, passages, signal };
  const quoting = openings.length > 0 ? composeOverview(reading, openings) : composeExtract(reading);
  const composing = model ? composeWithModel(model, reading) : quoting;
  const composition = yield* flagConflicts(reading, yield* clock.timeFirst(composing));
  const answer: Answer = {
    id: randomUUID(),
    conversation: request.conversation ?? randomUUID(),
    question: request.question,
    language: question.language,
    ...composition,
    ...(parts.model && !allowance.isLeft ? { notice: "model_unavailable" } : {}),
    closest: composition.status === "answered" ? [] : passages.slice(0, closestShown).map(toResult),
    timings: clock.stop(),
  };
  yield { event: "done", data: answer };
}

const titlesShown = 3;

function askWhich(base: KnowledgeBase, scope: readonly string[], question: string): string {
  const titles = scope.slice(0, titlesShown).map((id) => `\n- ${titleOf(base, { document: id })}`);
  return wordings[detectLanguage(question)].whichDocument + titles.join("");
}

/** Nothing is looked up, so nothing is cited and nothing is closest. */
function* saySmallTalk(
  { question, conversation }: AskRequest,
  text: string,
  clock: ReturnType<typeof startClock>,
): Generator<AskEvent> {
  yield { event: "retrieved", data: { passages: [] } };
  clock.mark("firstTokenMs");
  yield { event: "delta", data: { text } };
  const answer: Answer = {
    id: randomUUID(),
    conversation: conversation ?? randomUUID(),
    question,
    language: detectLanguage(question),
    status: "not_found",
    text,
    citations: [],
    sentences: [],
    closest: [],
    mode: "extractive",
    model: null,
    timings: clock.stop(),
  };
  yield { event: "done", data: answer };
}

export function toResult(passage: TitledPassage): PassageResult {
  const { document, title, headings, startLine, endLine, text, score } = passage;
  return { document, title, headings, startLine, endLine, text, score };
}

export function titleOf(base: KnowledgeBase, { document }: { readonly document: string }): string {
  return base.document(document)?.title ?? document;
}
