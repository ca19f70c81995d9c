import { startFakeOpenAi } from "../fake-openai/fake-openai.ts";
import { readPrompt } from "../model-path/prompt-reader.ts";

/**
 * A model server in a process of its own: `node … PIECES DELAY_IN_MS`. It says the passages' lines over and over, each
 * with its marker, in pieces of a few letters that carry the time they were sent.
 */
const [pieces = "1", delayInMs = "0"] = process.argv.slice(2);
const server = await startFakeOpenAi(({ body }) => ({
  pieces: recite(body.messages.at(-1)?.content ?? "", Number(pieces)),
  delayInMs: Number(delayInMs),
  isStamped: true,
}));
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
