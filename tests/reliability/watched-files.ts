import type * as SyncFiles from "node:fs";
import type * as Files from "node:fs/promises";
import { Readable } from "node:stream";

/** One call of Node's file functions; the path is the one that it writes, where it has two. */
export interface Operation {
  readonly name: string;
  readonly path: string;
}

export interface Watcher {
  /** What it throws is what the call fails with. */
  readonly before?: (operation: Operation) => void;
  readonly after?: (operation: Operation) => void;
}

let watcher: Watcher = {};

/** Follows every call below a folder while `run` goes on. One at a time. */
export async function watchFiles<Result>(
  folder: string,
  { before = () => {}, after = () => {} }: Watcher,
  run: () => Promise<Result>,
): Promise<Result> {
  const below = (tell: (operation: Operation) => void) => (operation: Operation) => {
    if (operation.path.startsWith(folder)) tell(operation);
  };
  watcher = { before: below(before), after: below(after) };
  try {
    return await run();
  } finally {
    watcher = {};
  }
}

/** `node:fs/promises` with its calls followed, for `vi.mock`. */
export function watchedFiles(original: typeof Files): typeof Files {
  const names = ["writeFile", "readFile", "readdir", "stat", "rm", "mkdir", "truncate"] as const;
  const followed = names.map((name) => [name, followAsync(name, original[name] as AsyncCall)]);
  const rename = (from: string, to: string) => followAsync("rename", () => original.rename(from, to))(to);
  const link = (from: string, to: string) => followAsync("link", () => original.link(from, to))(to);
  const copyFile = (from: string, to: string) =>
    followAsync("copyFile", () => original.copyFile(from, to))(to);
  const open = followAsync("open", async (path: string, ...rest: never[]) =>
    watchedHandle(path, await original.open(path, ...rest)),
  );
  return { ...original, ...Object.fromEntries(followed), rename, link, copyFile, open } as typeof Files;
}

/** The same for `node:fs`. */
export function watchedSyncFiles(original: typeof SyncFiles): typeof SyncFiles {
  const createReadStream = (path: string) => {
    try {
      watcher.before?.({ name: "createReadStream", path });
      return original.createReadStream(path);
    } catch (error) {
      return new Readable({ read: () => {} }).destroy(error as Error);
    }
  };
  return { ...original, createReadStream } as unknown as typeof SyncFiles;
}

type AsyncCall = (path: string, ...rest: never[]) => Promise<unknown>;

function followAsync(name: string, call: AsyncCall): AsyncCall {
  return async (path, ...rest) => {
    watcher.before?.({ name, path });
    const result = await call(path, ...rest);
    watcher.after?.({ name, path });
    return result;
  };
}

function watchedHandle(path: string, handle: Files.FileHandle): Files.FileHandle {
  const follow = (name: "sync" | "writeFile") =>
    followAsync(`handle.${name}`, (_path, ...rest) =>
      (original[name] as (...all: never[]) => Promise<void>).apply(handle, rest),
    ).bind(null, path);
  const original = { sync: handle.sync, writeFile: handle.writeFile };
  return Object.assign(handle, { sync: follow("sync"), writeFile: follow("writeFile") });
}
