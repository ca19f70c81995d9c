import { ModelFault } from "./model-fault.ts";

/** An answer of the longest length allowed is some 100 KB as events; more than this is no answer. */
const mostBytes = 4 * 1024 * 1024;

/** `fetch` for a model's server: only event streams in UTF-8 or a declared charset pass, up to 4 MB of them. */
export async function boundedFetch(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (!response.ok || response.body === null) return response;
  const [mediaType = "", ...parameters] = (response.headers.get("content-type") ?? "").split(";");
  if (mediaType.trim().toLowerCase() !== "text/event-stream") {
    await response.body.cancel();
    throw new ModelFault("model_garbled", {
      detail: `The reply is ${mediaType.trim() || "of no type"}, not text/event-stream`,
    });
  }
  const charset = parameters.map((parameter) => /charset="?([\w-]+)/i.exec(parameter)?.[1]).find(Boolean);
  return new Response(readBounded(response.body, decoderFor(charset)), response);
}

/** The bytes as UTF-8; the reader's leaving reaches the server. */
function readBounded(
  body: ReadableStream<Uint8Array>,
  decoder: TextDecoder | null,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const encoder = new TextEncoder();
  let bytes = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) return controller.close();
      bytes += value.length;
      if (bytes > mostBytes) {
        void reader.cancel().catch(() => {});
        return controller.error(new ModelFault("model_garbled", { detail: "The reply is over 4 MB" }));
      }
      controller.enqueue(decoder ? encoder.encode(decoder.decode(value, { stream: true })) : value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** The client library reads UTF-8; null where nothing is to be decoded. */
function decoderFor(charset: string | undefined): TextDecoder | null {
  if (charset === undefined || /^utf-?8$/i.test(charset)) return null;
  try {
    return new TextDecoder(charset);
  } catch {
    throw new ModelFault("model_garbled", { detail: `The reply's charset ${charset} is unknown` });
  }
}
