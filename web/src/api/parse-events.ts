/** One server-sent event; `event` is `message` where the stream names none. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
  /** The last `id` of the stream so far, where it has given one. */
  readonly id?: string;
}

/** Bytes to events, wherever the network cuts them (WHATWG HTML, section 9.2.6). */
export async function* parseEvents(bytes: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  let event = "";
  let data: string[] = [];
  let id: string | undefined;
  for await (const line of splitLines(decodeText(bytes))) {
    if (line === "") {
      if (data.length > 0) {
        yield { event: event || "message", data: data.join("\n"), ...(id === undefined ? {} : { id }) };
      }
      event = "";
      data = [];
      continue;
    }
    const { field, value } = readField(line);
    if (field === "event") event = value;
    if (field === "data") data.push(value);
    if (field === "id") id = value;
  }
}

async function* decodeText(bytes: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = bytes.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A line ends with CR LF, LF or CR; the two halves of a CR LF may come in different pieces. */
async function* splitLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  let endedWithReturn = false;
  for await (const piece of pieces) {
    if (piece === "") continue;
    const fresh = endedWithReturn && piece.startsWith("\n") ? piece.slice(1) : piece;
    endedWithReturn = piece.endsWith("\r");
    const lines = (rest + fresh).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

/** A comment line begins with a colon, so its field is empty and nothing reads it. */
function readField(line: string): { field: string; value: string } {
  const colon = line.indexOf(":");
  if (colon < 0) return { field: line, value: "" };
  return { field: line.slice(0, colon), value: line.slice(colon + 1).replace(/^ /, "") };
}
