import { describe, expect, test } from "vitest";
import { parseEvents, type ServerEvent } from "../../web/src/api/parse-events.ts";

describe("parseEvents", () => {
  test("reads event names and data", async () => {
    expect(await parse("event: delta\ndata: one\n\nevent: done\ndata: two\n\n")).toEqual([
      { event: "delta", data: "one" },
      { event: "done", data: "two" },
    ]);
  });

  test.for([
    ["LF", "\n"],
    ["CR LF", "\r\n"],
    ["CR", "\r"],
  ] as const)("reads lines that end in %s, cut at every byte", async ([, end]) => {
    const stream = `: awake${end}event: delta${end}data: 第一行：「言之有據」😀${end}${end}data: 二${end}${end}`;
    for (const size of [1, 2, 3, 5, 7, 1000]) {
      expect(await parse(stream, size)).toEqual([
        { event: "delta", data: "第一行：「言之有據」😀" },
        { event: "message", data: "二" },
      ]);
    }
  });

  test("joins the data lines of one event", async () => {
    expect(await parse("data: a\ndata:\ndata:b\n\n")).toEqual([{ event: "message", data: "a\n\nb" }]);
  });

  test("passes over comments, unknown fields and events without data", async () => {
    expect(await parse(": awake\n\nretry: 10\nevent: ping\n\n:\ndata: a\n\n")).toEqual([
      { event: "message", data: "a" },
    ]);
  });

  test("says with each event the last id that the stream gave", async () => {
    expect(await parse("data: a\n\nid: 7\ndata: b\n\ndata: c\n\n")).toEqual([
      { event: "message", data: "a" },
      { event: "message", data: "b", id: "7" },
      { event: "message", data: "c", id: "7" },
    ]);
  });

  test("drops an event that the stream breaks off in", async () => {
    expect(await parse("data: whole\n\nevent: done\ndata: {")).toEqual([{ event: "message", data: "whole" }]);
  });

  test("passes over a byte order mark", async () => {
    expect(await parse("\u{feff}data: a\n\n")).toEqual([{ event: "message", data: "a" }]);
  });

  test("lets go of the stream when its reader stops early", async () => {
    let isCancelled = false;
    const bytes = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode("data: again\n\n")),
      cancel: () => {
        isCancelled = true;
      },
    });
    for await (const _ of parseEvents(bytes)) break;
    expect(isCancelled).toBe(true);
  });
});

async function parse(text: string, pieceSize = text.length * 4): Promise<ServerEvent[]> {
  const bytes = new TextEncoder().encode(text);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += pieceSize) {
        controller.enqueue(bytes.slice(at, at + pieceSize));
      }
      controller.close();
    },
  });
  const events: ServerEvent[] = [];
  for await (const event of parseEvents(stream)) events.push(event);
  return events;
}
