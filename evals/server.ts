import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, open, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export interface ServerSettings {
  readonly corpus: string;
  readonly dataDirectory: string;
  /** What the server prints goes here, not among the scores. */
  readonly logFile: string;
  /** Time to read and index the corpus. */
  readonly readyWithinMs?: number;
  /** The program to run, from the project's folder. */
  readonly program?: string;
}

export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the project's own server as a child process and waits until it can answer. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const { program = "server/main.ts" } = settings;
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  await mkdir(path.dirname(settings.logFile), { recursive: true });
  const log = await open(settings.logFile, "w");
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), program], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: {
      ...process.env,
      HOST: "127.0.0.1",
      PORT: String(port),
      CORPUS_DIR: path.resolve(settings.corpus),
      DATA_DIR: path.resolve(settings.dataDirectory),
      RATE_LIMIT: "0",
    },
    stdio: ["ignore", log.fd, log.fd],
  });
  await log.close();
  const killChild = () => child.kill("SIGKILL");
  process.once("exit", killChild);

  const stop = async () => {
    process.off("exit", killChild);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    const isGone = await Promise.race([exited.then(() => true), sleep(5_000, false, { ref: false })]);
    if (!isGone) child.kill("SIGKILL");
    await exited;
  };

  try {
    await waitUntilReady(url, () => child.exitCode !== null || child.signalCode !== null, settings);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

async function waitUntilReady(
  url: string,
  isGone: () => boolean,
  { logFile, readyWithinMs = 600_000 }: ServerSettings,
): Promise<void> {
  const deadlineInMs = Date.now() + readyWithinMs;
  while (Date.now() < deadlineInMs) {
    if (isGone())
      throw new Error(`The server ended before it was ready; it said:\n${await readEnd(logFile)}`);
    const response = await fetch(new URL("/readyz", url)).catch(() => undefined);
    if (response?.ok) return;
    await sleep(200);
  }
  const waitedInSeconds = Math.round(readyWithinMs / 1000);
  throw new Error(`The server was not ready after ${waitedInSeconds} s; it said:\n${await readEnd(logFile)}`);
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string")
    throw new Error("No free port was found on 127.0.0.1.");
  return address.port;
}

async function readEnd(file: string): Promise<string> {
  return (await readFile(file, "utf8")).trimEnd().split("\n").slice(-5).join("\n");
}
