import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Operation, watchFiles } from "./watched-files.ts";
import type { Workspace } from "./workspace.ts";

export interface DiskImage {
  readonly description: string;
  readonly dataDir: string;
}

/**
 * The states in which a power cut after each file operation of `run` may leave the data folder: a file holds what it
 * held when it was last flushed, and a folder either the names it had then or the names of the moment.
 */
export async function recordPowerLosses(
  { folder, dataDir }: Workspace,
  run: () => Promise<void>,
): Promise<DiskImage[]> {
  mkdirSync(dataDir, { recursive: true });
  const disk = new Disk(dataDir);
  const images: DiskImage[] = [];
  const record = ({ name, path }: Operation) => {
    if (name === "handle.sync") disk.flush(path);
    if (!changing.has(name)) return;
    for (const names of ["flushed", "present"] as const) {
      const target = join(folder, `image-${images.length}`);
      disk.write(target, names);
      images.push({ description: `after ${name} of '${path}', ${names} names`, dataDir: target });
    }
  };
  await watchFiles(dataDir, { after: record }, run);
  return images;
}

const changing = new Set([
  "writeFile",
  "handle.writeFile",
  "handle.sync",
  "open",
  "rename",
  "rm",
  "mkdir",
  "copyFileSync",
]);

/** What has been flushed, by the identity of files and folders, which survives renaming. */
class Disk {
  readonly #root: string;
  readonly #contents = new Map<string, Uint8Array>();
  readonly #names = new Map<string, ReadonlyMap<string, string>>();
  readonly #folders = new Set<string>();

  constructor(root: string) {
    this.#root = root;
    this.#flushAll(root);
  }

  flush(path: string): void {
    const identity = identify(path);
    if (!statSync(path).isDirectory()) {
      this.#contents.set(identity, readFileSync(path));
      return;
    }
    this.#names.set(identity, this.#namesIn(path));
  }

  write(target: string, names: "flushed" | "present"): void {
    this.#writeFolder(target, identify(this.#root), names === "present" ? this.#root : null);
  }

  /** With `present`, the folder's names as they are; otherwise, or where it is gone, as they were flushed. */
  #writeFolder(target: string, identity: string, present: string | null): void {
    mkdirSync(target);
    const names = present === null ? this.#names.get(identity) : this.#namesIn(present);
    for (const [name, entry] of names ?? []) {
      const path = join(target, name);
      if (this.#folders.has(entry)) this.#writeFolder(path, entry, present && join(present, name));
      else writeFileSync(path, this.#contents.get(entry) ?? "");
    }
  }

  #namesIn(folder: string): ReadonlyMap<string, string> {
    const names = readdirSync(folder).filter((name) => !name.startsWith("embeddings."));
    return new Map(
      names.map((name) => {
        const identity = identify(join(folder, name));
        if (statSync(join(folder, name)).isDirectory()) this.#folders.add(identity);
        return [name, identity];
      }),
    );
  }

  #flushAll(folder: string): void {
    for (const name of this.#namesIn(folder).keys()) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) this.#flushAll(path);
      else this.flush(path);
    }
    this.flush(folder);
  }
}

/** Numbers of removed files are given to new ones, but not with the same time of birth. */
function identify(path: string): string {
  const { ino, birthtimeNs } = statSync(path, { bigint: true });
  return `${ino} ${birthtimeNs}`;
}
