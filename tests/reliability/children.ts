import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import type { Workspace } from "./workspace.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const execArgv = ["--import", "tsx"];

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

export interface Child {
  readonly process: ChildProcess;
  /** What it has printed so far. */
  readonly output: () => string;
  readonly ended: Promise<Ended>;
}

/** A process of the real ingest that waits for a message; `failpoint` names the step at which it dies. */
export async function forkIngest({ corpusDir, dataDir }: Workspace, failpoint = ""): Promise<Child> {
  const child = follow(
    fork(fileURLToPath(new URL("./ingest-child.ts", import.meta.url)), [corpusDir, dataDir], {
      execArgv,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: { ...process.env, NODE_ENV: "test", FAILPOINTS: failpoint },
    }),
  );
  await once(child.process, "message");
  return child;
}

/** A program to send messages to and to have answers from. */
export function forkProgram(program: URL, args: readonly string[]): Child {
  return follow(fork(fileURLToPath(program), args, { execArgv, stdio: ["ignore", "pipe", "pipe", "ipc"] }));
}

/** The command itself: `ingest/main.ts` or `server/main.ts`. */
export function startCommand(path: string, environment: Readonly<Record<string, string>>): Child {
  const child = spawn(process.execPath, [...execArgv, path], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, ...environment },
  });
  return follow(child);
}

export interface Server extends Child {
  readonly url: string;
}

/** The real server on any free port, once it listens. */
export async function startServer(
  { corpusDir, dataDir }: Pick<Workspace, "corpusDir" | "dataDir">,
  environment: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const settings = { CORPUS_DIR: corpusDir, DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "warn" };
  const child = startCommand("server/main.ts", { ...settings, ...environment });
  const url = await vi.waitUntil(
    () => {
      if (child.process.exitCode !== null) throw new Error(`The server ended:\n${child.output()}`);
      return /http:\/\/\S+:\d+/.exec(child.output())?.[0];
    },
    { timeout: 60_000, interval: 50 },
  );
  return { ...child, url };
}

function follow(child: ChildProcess): Child {
  let output = "";
  const gather = (bytes: Buffer) => {
    output += bytes.toString();
  };
  child.stdout?.on("data", gather);
  child.stderr?.on("data", gather);
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, output }));
  });
  return { process: child, output: () => output, ended };
}
