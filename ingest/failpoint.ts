/** Steps of an ingest at which a test can end the process, in the order in which they are reached. */
export const failpoints = [
  "after-lock",
  "after-link",
  "after-take-in",
  "after-read",
  "after-embed-batch",
  "after-embed",
  "after-documents",
  "after-words",
  "after-vectors",
  "after-manifest",
  "after-sync",
  "after-rename",
  "after-pointer-temporary",
  "after-pointer",
  "after-sweep",
  "after-checks",
] as const;

/** Kills the process where `FAILPOINTS` names this step and the program runs under test; otherwise does nothing. */
export function failpoint(name: (typeof failpoints)[number]): void {
  if (process.env.NODE_ENV !== "test" || process.env.FAILPOINTS !== name) return;
  process.kill(process.pid, "SIGKILL");
}
