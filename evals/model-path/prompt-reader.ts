import type { LineRange } from "../metrics/line-overlap.ts";

/** A passage as the model is shown it. */
export interface PromptPassage {
  readonly number: number;
  readonly lines: readonly { readonly number: number; readonly text: string }[];
}

/** What the server's prompt asks, and from what. */
export interface ReadPrompt {
  readonly question: string;
  readonly passages: readonly PromptPassage[];
}

/** Reads the user's message of an answer prompt; null for any other prompt. */
export function readPrompt(message: string): ReadPrompt | null {
  const question = /^Question: (.*)$/m.exec(message)?.[1];
  if (question === undefined) return null;
  const passages = message.split(/^(?=\[passage \d+\])/m).flatMap((block) => {
    const number = /^\[passage (\d+)\]/.exec(block)?.[1];
    if (number === undefined) return [];
    const lines = Array.from(block.matchAll(/^(\d+)\| (.*)$/gm), ([, line, text = ""]) => ({
      number: Number(line),
      text,
    }));
    return [{ number: Number(number), lines }];
  });
  return { question, passages };
}

/** A passage that holds a range of a document, told by its line numbers and their text; undefined where none does. */
export function findPassage(
  { passages }: ReadPrompt,
  range: LineRange,
  textOf: (line: number) => string,
): PromptPassage | undefined {
  return passages.find(({ lines }) =>
    lines.some(
      ({ number, text }) =>
        number >= range.startLine && number <= range.endLine && text === textOf(number).trim(),
    ),
  );
}
