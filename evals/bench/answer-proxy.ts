import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

/** Asks the model for each request and passes its bytes on: `node … MODEL_URL`; prints its address. */
const [model] = process.argv.slice(2);
const server = createServer(async (request, response) => {
  const bytes = await Readable.from(request).toArray();
  const question = Buffer.concat(bytes).toString();
  const answer = await fetch(`${model}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ model: "fake", stream: true, messages: [{ role: "user", content: question }] }),
  });
  response.writeHead(200, { "content-type": "text/event-stream" });
  if (answer.body) Readable.fromWeb(answer.body as ReadableStream).pipe(response);
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
