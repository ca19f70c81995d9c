import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Operation, watchFiles } from "./watched-files.ts";
import type { Workspace } from "./workspace.ts";

export interface DiskImage {
  readonly description: string;
  readonly dataDir: string;
}

/**
 * The states in which a power cut after each file operation of `run` may leave the data folder: a file holds what it
 * held when it was last flushed, and a folder the names it had then, those and the newest one, or all of the moment.
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
    for (const names of ["flushed", "newest", "present"] as const) {
      const target = join(folder, `image-${images.length}`);
      disk.write(target, names, path);
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
  "link",
  "copyFile",
]);

type Names = "flushed" | "newest" | "present";

interface Choice {
  readonly names: Names;
  readonly changed: string;
}

interface Folder {
  readonly identity: string;
  /** Where it is now, or null. */
  readonly present: string | null;
}

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

  /** `changed` is the path whose name is the newest one. */
  write(target: string, names: Names, changed: string): void {
    this.#writeFolder(target, { identity: identify(this.#root), present: this.#root }, { names, changed });
  }

  #writeFolder(target: string, { identity, present }: Folder, choice: Choice): void {
    mkdirSync(target);
    for (const [name, entry] of this.#namesAfter({ identity, present }, choice)) {
      const path = join(target, name);
      const below = present === null ? null : join(present, name);
      if (this.#folders.has(entry)) this.#writeFolder(path, { identity: entry, present: below }, choice);
      else writeFileSync(path, this.#contents.get(entry) ?? "");
    }
  }

  #namesAfter({ identity, present }: Folder, { names, changed }: Choice): ReadonlyMap<string, string> {
    const flushed = this.#names.get(identity) ?? new Map<string, string>();
    if (present === null || names === "flushed" || !existsSync(present)) return flushed;
    const now = this.#namesIn(present);
    if (names === "present") return now;
    const newest = now.get(basename(changed));
    return dirname(changed) === present && newest
      ? new Map([...flushed, [basename(changed), newest]])
      : flushed;
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
