import { execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of its own that can be filled. */
export interface SmallDisk {
  readonly path: string;
  /** Fills it up to so many pages of 4 KiB. */
  readonly fill: (pagesLeft?: number) => void;
  readonly empty: () => void;
  /** The path at which the same disk can only be read. */
  readonly showReadOnly: () => string;
  readonly remove: () => void;
}

/** Null, with a line that says so, where this process may not mount a file system. */
export function mountSmallDisk(): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), "small-disk-"));
  const ballast = join(path, "ballast");
  try {
    run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", path);
  } catch {
    rmdirSync(path);
    process.stdout.write("NOT RUN: a disk of a few megabytes cannot be mounted here (it takes root).\n");
    return null;
  }
  const mounted = [path];
  const empty = () => rmSync(ballast, { force: true });
  return {
    path,
    empty,
    fill: (pagesLeft = 0) => {
      empty();
      const { bavail, bsize } = statfsSync(path);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail - pagesLeft) * bsize));
    },
    showReadOnly: () => {
      const view = mkdtempSync(join(tmpdir(), "small-disk-"));
      mounted.push(view);
      run("mount", "--bind", path, view);
      run("mount", "-o", "remount,bind,ro", view);
      return view;
    },
    remove: () => {
      for (const one of mounted) {
        run("umount", "-l", one);
        rmdirSync(one);
      }
    },
  };
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: "ignore" });
}
