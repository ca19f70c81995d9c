import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Mark } from "./answer-marks.ts";

/** A program of this folder in a process of its own, once it has printed its address. */
export async function startProgram(name: string, ...words: readonly string[]) {
  const script = fileURLToPath(new URL(`./${name}`, import.meta.url));
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), script, ...words], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  process.once("exit", () => child.kill());
  const [line] = await once(child.stdout ?? child, "data");
  const ask = async () => {
    child.send("sent");
    const [marks] = await once(child, "message");
    return marks as readonly (readonly Mark[])[];
  };
  return { url: String(line).trim(), processId: child.pid, ask, stop: () => child.kill() };
}

/** What a process takes, as Linux tells it; processor time in hundredths of a second (proc(5)). */
export function gauges({ processId }: { readonly processId: number | undefined }) {
  const read = (file: string) => readFileSync(`/proc/${processId}/${file}`, "utf8");
  return {
    memoryInMb: () => Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(read("status"))?.[1]) / 1024),
    openFiles: () => readdirSync(`/proc/${processId}/fd`).length,
    processorInMs: () => {
      const [user, system] = read("stat")
        .replace(/^.*\) /s, "")
        .split(" ")
        .slice(11, 13)
        .map(Number);
      return ((user ?? 0) + (system ?? 0)) * 10;
    },
  };
}
