import { expect, test } from "vitest";
import type { Answer } from "../../server/api/types.ts";
import {
  changeThreads,
  findThread,
  startThreads,
  type Threads,
  type ThreadsChange,
} from "../../web/src/chat/thread.ts";

test("an answer that ends while another thread is shown leaves its own unread until it is shown", () => {
  const left = applyAll(startThreads(null), [asked("first"), shown("b"), done("first")]);
  expect(unread(left)).toEqual(["first"]);
  expect(unread(changeThreads(left, shown("first")))).toEqual([]);
});

test("an answer that ends in the thread shown is read", () => {
  expect(unread(applyAll(startThreads(null), [asked("first"), done("first")]))).toEqual([]);
});

test("a new thread keeps its key when its answer gives it an id, and is found by both", () => {
  const threads = applyAll(startThreads(null), [asked("first"), done("first")]);
  expect(findThread(threads, "c")?.key).toBe("first");
});

test("new threads that nothing was asked in do not pile up", () => {
  const threads = applyAll(startThreads(null), [shown("b"), shown("d")]);
  expect(threads.all.map(({ key }) => key)).toEqual(["d"]);
});

test("what another tab has changed is not laid over an answer that is streaming", () => {
  const threads = applyAll(startThreads(null), [
    asked("first"),
    { type: "opened", key: "first", opening: "open", turns: [] },
  ]);
  expect(threads.all[0]?.turns).toHaveLength(1);
});

test("the thread shown cannot be forgotten", () => {
  const threads = changeThreads(startThreads("c"), { type: "forgotten", key: "c" });
  expect(threads.all.map(({ key }) => key)).toEqual(["c"]);
});

function applyAll(threads: Threads, changes: readonly ThreadsChange[]): Threads {
  return changes.reduce(changeThreads, threads);
}

function unread({ all }: Threads): string[] {
  return all.filter(({ isUnread }) => isUnread).map(({ key }) => key);
}

function shown(key: string): ThreadsChange {
  return { type: "shown", key, stored: null };
}

function asked(key: string): ThreadsChange {
  const turn = { id: 1, key: "k", question: "問", documents: [], askedAt: new Date(0), isEdited: false };
  return { type: "turn-changed", key, change: { type: "asked", turn } };
}

function done(key: string): ThreadsChange {
  const answer = { id: "a", conversation: "c", text: "答" } as Answer;
  const change = { type: "event-received", id: 1, event: { event: "done", data: answer } } as const;
  return { type: "turn-changed", key, change };
}
