/** The data of each kind of server-sent event in a finished stream, the last of a kind winning. */
export function readEvents(stream: string): Readonly<Record<string, unknown>> {
  const events: Record<string, unknown> = {};
  for (const block of stream.split(/\r?\n\r?\n/)) {
    const event = fieldsOf(block, "event")[0];
    const data = fieldsOf(block, "data");
    if (event !== undefined && data.length > 0) events[event] = JSON.parse(data.join("\n"));
  }
  return events;
}

function fieldsOf(block: string, name: string): readonly string[] {
  const lines = block.split(/\r?\n/).filter((line) => line.startsWith(`${name}:`));
  return lines.map((line) => line.slice(name.length + 1).replace(/^ /, ""));
}
