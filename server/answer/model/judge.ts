import { z } from "zod";
import type { AnswerSentence, AskEvent, Citation } from "../../api/types.ts";
import type { Reading } from "../reading.ts";
import { toModelFault } from "./model-fault.ts";
import type { ModelParts } from "./model-parts.ts";
import { briefly } from "./patience.ts";
import { judgePrompt } from "./prompt.ts";
import { readReply } from "./stream-reply.ts";

interface Checked {
  readonly sentences: readonly AnswerSentence[];
  readonly citations: readonly Citation[];
}

const maxTokens = 1000;

/** Doubtful sentences looked at again by a second model, where there is one; its failing changes nothing. */
export async function* judgeSentences(
  { judge, report }: ModelParts,
  { sentences, citations }: Checked,
  { base, signal }: Reading,
): AsyncGenerator<AskEvent, readonly AnswerSentence[]> {
  const doubtful = sentences.filter(
    ({ verdict, citations: cited }) => verdict !== "supported" && cited.length > 0,
  );
  if (judge === null || doubtful.length === 0) return sentences;
  const claims = doubtful.map(({ text, citations: markers }) => {
    const cited = citations.filter(({ marker }) => markers.includes(marker));
    const lines = cited.flatMap((citation) =>
      base.lines(citation.document, citation.startLine, citation.endLine),
    );
    return { sentence: text, lines: lines.map((line, index) => ({ number: index + 1, text: line.text })) };
  });
  const judged = [...sentences];
  try {
    const parts = { ...judge, patience: briefly(judge.patience) };
    const reply = await readReply(parts, judgePrompt(claims), { signal, maxTokens });
    for (const { claim, verdict, lines } of readVerdicts(reply)) {
      const sentence = doubtful[claim];
      const isShown = lines.every((line) => line <= (claims[claim]?.lines.length ?? 0));
      if (sentence === undefined || !isShown || (verdict !== "unsupported" && lines.length === 0)) continue;
      const index = sentences.indexOf(sentence);
      judged[index] = { ...sentence, verdict };
      yield { event: "verdict", data: { sentence: index, ...sentence, verdict } };
    }
  } catch (error) {
    signal.throwIfAborted();
    report(toModelFault(error));
  }
  return judged;
}

const verdictsSchema = z.strictObject({
  verdicts: z.array(
    z.strictObject({
      claim: z.int().min(0),
      reason: z.string().optional(),
      verdict: z.enum(["supported", "partial", "unsupported"]),
      lines: z.array(z.int().min(1)),
    }),
  ),
});

/** Models like to put JSON into a fence of code. */
function readVerdicts(reply: string) {
  return verdictsSchema.parse(JSON.parse(reply.replace(/^```(?:json)?\s*|\s*```$/g, ""))).verdicts;
}
