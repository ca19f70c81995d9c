import { watch } from "node:fs";

/** Files are often written in several steps; a run waits until nothing has changed for this long. */
const quietInMs = 400;

/** Calls `run` after every change below the folder, one run at a time, until the signal aborts. */
export async function watchCorpus(
  folder: string,
  run: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(run);
    }, quietInMs);
  };
  const watcher = watch(folder, { recursive: true, signal });
  watcher.on("change", schedule);
  await new Promise<void>((resolve, reject) => {
    watcher.once("error", (error) => (signal.aborted ? resolve() : reject(error)));
    watcher.once("close", resolve);
  });
  clearTimeout(timer);
  await running;
}
