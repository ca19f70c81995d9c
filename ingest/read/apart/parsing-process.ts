import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ParseJob, ParseMessage } from "./parse-job.ts";

export interface ParsingProcess {
  readonly memoryInMegabytes: number;
  /** Resolves when the program is loaded, so that loading does not count as the first file's time. */
  readonly ready: Promise<void>;
  send(job: ParseJob): void;
  /** Listens until the function it returns is called. */
  listen(listener: ParsingListener): () => void;
  /** While held, the process keeps ours alive; released, it does not. */
  hold(): void;
  release(): void;
  kill(): void;
  hasEnded(): boolean;
}

export interface ParsingListener {
  message(message: ParseMessage): void;
  end(isOutOfMemory: boolean): void;
}

export function startParsingProcess(memoryInMegabytes: number): ParsingProcess {
  const child = fork(fileURLToPath(new URL("./parse-process.ts", import.meta.url)), {
    execArgv: [`--max-old-space-size=${memoryInMegabytes}`, "--import", typeScriptLoader()],
    env: bareEnvironment(),
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`The parsing process cannot start (exit code ${code})`)));
    child.once("error", reject);
  });
  ready.catch(() => {});
  return {
    memoryInMegabytes,
    ready,
    send: (job) => child.send(job, () => {}),
    listen({ message, end }) {
      // V8 aborts where its heap is full.
      const onExit = (code: number | null, signal: string | null) =>
        end(signal === "SIGABRT" || code === 134);
      child.on("message", message).on("exit", onExit);
      return () => child.off("message", message).off("exit", onExit);
    },
    hold() {
      child.ref();
      child.channel?.ref();
    },
    release() {
      child.unref();
      child.channel?.unref();
    },
    kill: () => child.kill("SIGKILL"),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null || child.killed,
  };
}

function typeScriptLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
}

/** No keys and no settings: what parses files that anybody may have made has no use for them. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const names = ["PATH", "TMPDIR", "TEMP", "SystemRoot"];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
