import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findFreePort } from "./find-free-port.ts";

export interface ServerSettings {
  readonly corpus: string;
  readonly dataDirectory: string;
  /** What the programs print goes here, not among the scores. */
  readonly logFile: string;
  /** Further settings of the programs; they win over the environment's. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly readyWithinMs?: number;
  /** The programs and their arguments, from the project's folder. */
  readonly ingest?: readonly string[];
  readonly serve?: readonly string[];
}

export interface RunningServer {
  readonly url: string;
  readonly processId: number | undefined;
  stop(): Promise<void>;
}

/** Without the services a person's own settings may name, the scores are the program's own. */
export const offline = { ANSWERS: "extractive", EMBEDDINGS: "builtin", RERANK_URL: "" };

/**
 * Ingests the corpus, starts the project's own server and waits until it can answer. A server alone would answer
 * from an older index while it reads a changed corpus, and that index would be scored.
 */
export async function startServer({
  corpus,
  dataDirectory,
  logFile,
  environment = {},
  readyWithinMs = 120_000,
  ingest = ["ingest/main.ts"],
  serve = ["server/main.ts"],
}: ServerSettings): Promise<RunningServer> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    RATE_LIMIT: "0",
    READER_TOKENS_A_DAY: "0",
    TOKENS_A_DAY: "0",
    ...environment,
    HOST: "127.0.0.1",
    PORT: String(port),
    CORPUS_DIR: path.resolve(corpus),
    DATA_DIR: path.resolve(dataDirectory),
  };
  await mkdir(path.dirname(logFile), { recursive: true });
  const log = await open(logFile, "w");
  try {
    const [exitCode] = await once(run(ingest, settings, log.fd), "exit");
    if (exitCode !== 0) throw new Error(`The corpus could not be read; it says:\n${await readEnd(logFile)}`);
    const server = run(serve, settings, log.fd);
    await waitUntilReady(url, server, readyWithinMs, logFile);
    return { url, processId: server.pid, stop: () => stop(server) };
  } finally {
    await log.close();
  }
}

function run(program: readonly string[], settings: NodeJS.ProcessEnv, output: number): ChildProcess {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), ...program], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { ...process.env, ...settings },
    stdio: ["ignore", output, output],
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  return child;
}

async function waitUntilReady(
  url: string,
  server: ChildProcess,
  readyWithinMs: number,
  logFile: string,
): Promise<void> {
  const deadlineInMs = Date.now() + readyWithinMs;
  while (Date.now() < deadlineInMs) {
    if (isGone(server)) throw new Error(`The server ended early; it says:\n${await readEnd(logFile)}`);
    const response = await fetch(new URL("/readyz", url)).catch(() => undefined);
    if (response?.ok) return;
    await sleep(200);
  }
  await stop(server);
  throw new Error(
    `The server is not ready after ${readyWithinMs / 1000} s; it says:\n${await readEnd(logFile)}`,
  );
}

async function stop(server: ChildProcess): Promise<void> {
  if (isGone(server)) return;
  const exited = once(server, "exit").then(() => true);
  server.kill("SIGTERM");
  const isInTime = await Promise.race([exited, sleep(5_000, false, { ref: false })]);
  if (!isInTime) server.kill("SIGKILL");
  await exited;
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function readEnd(file: string): Promise<string> {
  return (await readFile(file, "utf8")).trimEnd().split("\n").slice(-5).join("\n");
}
