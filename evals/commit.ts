import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The commit that stands in the checkout, with `+` where its files differ; null where there is no checkout. */
export function readCommit(): string | null {
  const git = (...args: readonly string[]) =>
    execFileSync("git", args, {
      cwd: fileURLToPath(new URL("..", import.meta.url)),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  try {
    return `${git("rev-parse", "--short=12", "HEAD")}${git("status", "--porcelain") === "" ? "" : "+"}`;
  } catch {
    return null;
  }
}
