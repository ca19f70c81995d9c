import type { Sentence } from "../../../ingest/document.ts";
import type { AnswerSentence, AskEvent, Citation, Conflict } from "../../api/types.ts";
import { citeQuotation } from "../cite.ts";
import type { Composition, Reading } from "../reading.ts";
import { verifyQuotation } from "../verify/verify-quotation.ts";
import { wordings } from "../wording.ts";
import { findConflict, type Side } from "./find-conflict.ts";

/**
 * The answer; where documents do not agree on what was asked, with each of their values and the lines that give it.
 * A side that the answer does not cite yet is cited here.
 */
export function* flagConflicts(reading: Reading, composition: Composition): Generator<AskEvent, Composition> {
  if (composition.status !== "answered") return composition;
  const held = carrying(composition);
  const sides = findConflict(reading, ({ document }, sentence) =>
    held.some((citation) => holds(citation, document, sentence)),
  );
  if (sides === null) return composition;
  const citations = [...composition.citations];
  const sentences = [...composition.sentences];
  const said: Conflict["sides"][number][] = [];
  let text = "";
  const write = (piece: string): AskEvent => {
    text += piece;
    return { event: "delta", data: { text: piece } };
  };
  yield write(`\n\n${wordings[reading.question.language].disagree}`);
  for (const side of sides) {
    const cited = citeSide(reading, side, citations);
    const markers = cited.map(({ marker }) => marker);
    yield write(`\n- ${side.value} ${markers.map((marker) => `[${marker}]`).join("")}`);
    for (const citation of cited.filter((one) => !citations.includes(one))) {
      citations.push(citation);
      yield { event: "citation", data: citation };
    }
    const isHeld = cited.every(
      (citation) => verifyQuotation(reading.base, [side.value], citation) === "supported",
    );
    const sentence: AnswerSentence = {
      text: side.value,
      citations: markers,
      verdict: isHeld ? "supported" : "partial",
    };
    sentences.push(sentence);
    yield { event: "verdict", data: { sentence: sentences.length - 1, ...sentence } };
    said.push({ value: side.value, citations: markers });
  }
  return {
    ...composition,
    text: composition.text + text,
    citations,
    sentences,
    conflicts: [{ sides: said }],
  };
}

/** Citations of sentences that they carry at least in part. */
function carrying({ citations, sentences }: Composition): Citation[] {
  const markers = new Set(
    sentences.filter(({ verdict }) => verdict !== "unsupported").flatMap(({ citations: cited }) => cited),
  );
  return citations.filter(({ marker }) => markers.has(marker));
}

/** The citations that hold the side's statements; where there is none, a new one of the first. */
function citeSide({ base }: Reading, { statements }: Side, citations: readonly Citation[]): Citation[] {
  const cited = citations.filter((citation) =>
    statements.some(({ passage, sentence }) => holds(citation, passage.document, sentence)),
  );
  if (cited.length > 0) return cited;
  return statements
    .slice(0, 1)
    .map(({ passage, sentence }) =>
      citeQuotation(base, { passage, sentences: [sentence] }, citations.length + 1),
    );
}

function holds(citation: Citation, document: string, { startLine, endLine }: Sentence): boolean {
  return citation.document === document && citation.startLine <= startLine && citation.endLine >= endLine;
}
