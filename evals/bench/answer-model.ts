import { startFakeOpenAi } from "../fake-openai/fake-openai.ts";
import { readPrompt } from "../model-path/prompt-reader.ts";
import { countLetters, type Mark, now } from "./answer-marks.ts";

/**
 * A model server in a process of its own: `node … PIECES DELAY_IN_MS`. It says the passages' lines over and over, each
 * with its marker, in pieces of a few letters. An answer begins with its number; to any message the program replies
 * with when the letters of each were sent.
 */
const [pieces = "1", delayInMs = "0"] = process.argv.slice(2);
const sent: Mark[][] = [];
const server = await startFakeOpenAi(({ body }, number) => {
  const marks: Mark[] = [];
  sent[number] = marks;
  let letters = 0;
  return {
    pieces: [`〔${number}〕`, ...recite(body.messages.at(-1)?.content ?? "", Number(pieces))],
    delayInMs: Number(delayInMs),
    onPiece(piece) {
      letters += countLetters(piece);
      marks.push({ letters, at: now() });
    },
  };
});
process.on("message", () => process.send?.(sent));
console.log(server.url);

function recite(message: string, count: number): string[] {
  const said = (readPrompt(message)?.passages ?? []).flatMap(({ number, lines }) =>
    lines
      .filter(({ text }) => /[。.]$/.test(text))
      .flatMap((line) =>
        [...line.text.matchAll(/\p{Script=Han}{1,2}|[^\p{Script=Han}]{1,5}/gu)]
          .map(([piece]) => piece)
          .concat(` [${number}:${line.number}] `),
      ),
  );
  const words = said.length > 0 ? said : ["word "];
  return Array.from({ length: count }, (_, index) => words[index % words.length] ?? "");
}
