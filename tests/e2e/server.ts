import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";

export interface RunningServer {
  readonly url: string;
  /** Writes documents and waits until the server answers from them. */
  readonly edit: (documents: Readonly<Record<string, string>>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const startLimitInMs = 90_000;

/** The real server over documents of the test's own (path to text), once it is ready to answer. */
export async function startServer(
  documents: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), "groundline-e2e-"));
  const corpus = join(folder, "corpus");
  await writeDocuments(corpus, documents);
  const run = (program: string) =>
    spawn(process.execPath, ["--import", "tsx", program], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        CORPUS_DIR: corpus,
        DATA_DIR: join(folder, "data"),
        PORT: "0",
        LOG_LEVEL: "warn",
        ...settings,
      },
    });
  const child = run("server/main.ts");
  const stop = async () => {
    await stopChild(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const url = await readUrl(child);
    await vi.waitUntil(() => isReady(url), { timeout: startLimitInMs, interval: 100 });
    const edit = async (edited: Readonly<Record<string, string>>) => {
      const before = await readGeneration(url);
      await writeDocuments(corpus, edited);
      await once(run("ingest/main.ts"), "exit");
      const isPublished = async () => (await readGeneration(url)) !== before;
      await vi.waitUntil(isPublished, { timeout: startLimitInMs, interval: 100 });
    };
    return { url, edit, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function writeDocuments(corpus: string, documents: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(documents)) {
    const file = join(corpus, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

async function readGeneration(url: string): Promise<unknown> {
  return (await (await fetch(`${url}/readyz`)).json()).generation;
}

/** The address the server prints when it listens; port 0 lets the system choose a free one. */
async function readUrl(child: ChildProcess): Promise<string> {
  let output = "";
  child.stdout?.on("data", (bytes: Buffer) => {
    output += bytes.toString();
  });
  child.stderr?.on("data", (bytes: Buffer) => {
    output += bytes.toString();
  });
  return vi.waitUntil(
    () => {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output}`);
      return /http:\/\/\S+:\d+/.exec(output)?.[0];
    },
    { timeout: startLimitInMs, interval: 50 },
  );
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/readyz`).catch(() => null);
  return response?.ok ?? false;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}
