/** Steps of an ingest at which a test can end the process. */
export type FailpointName =
  | "after-lock"
  | "after-read"
  | "after-embed"
  | "after-documents"
  | "after-words"
  | "after-vectors"
  | "after-manifest"
  | "after-sync"
  | "after-rename"
  | "after-pointer-temporary"
  | "after-pointer"
  | "after-sweep";

/** Kills the process where `FAILPOINTS` names this step and the program runs under test; otherwise does nothing. */
export function failpoint(name: FailpointName): void {
  if (process.env.NODE_ENV !== "test" || process.env.FAILPOINTS !== name) return;
  process.kill(process.pid, "SIGKILL");
}
