import { startFakeOpenAi } from "../fake-openai/fake-openai.ts";

/** A model server in a process of its own: `node … PIECES DELAY_IN_MS`; each piece carries the time it was sent. */
const [pieces = "1", delayInMs = "0"] = process.argv.slice(2);
const server = await startFakeOpenAi(() => ({
  pieces: Array.from({ length: Number(pieces) }, (_, index) => (index % 12 === 11 ? "word [1]. " : "word ")),
  delayInMs: Number(delayInMs),
  isStamped: true,
}));
console.log(server.url);
