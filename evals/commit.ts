import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The commit that stands in the checkout, with `+` where its files differ; null where there is no checkout. */
export function readCommit(): string | null {
  const commit = git("rev-parse", "--short=12", "HEAD");
  return commit && `${commit}${git("status", "--porcelain") === "" ? "" : "+"}`;
}

/** What tells one state of the program from another: its commit and what is changed since, though not new files. */
export function readChange(): string | null {
  const commit = git("rev-parse", "HEAD");
  return commit && `${commit}\n${git("diff", "HEAD") ?? ""}`;
}

function git(...args: readonly string[]): string | null {
  try {
    return execFileSync("git", args, {
      cwd: fileURLToPath(new URL("..", import.meta.url)),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1 << 28,
    }).trim();
  } catch {
    return null;
  }
}
