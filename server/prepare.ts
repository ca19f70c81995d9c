import { spawn } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

export const pagesFolder = join(root, "web", "dist");

/** Builds the web app where its build is missing or older than its sources. */
export async function buildPagesIfStale(): Promise<void> {
  const built = await newest([join(pagesFolder, "index.html")]);
  const web = join(root, "web");
  const names = (await readdir(web)).filter((name) => name !== "dist");
  const sources = await newest(names.map((name) => join(web, name)));
  if (built >= sources) return;
  console.log("Building the page …");
  const code = await run([
    "node_modules/vite/bin/vite.js",
    "build",
    "--config",
    "web/vite.config.ts",
    "--logLevel",
    "warn",
  ]);
  if (code !== 0) throw new Error("The page could not be built; 'npm run build' shows why.");
}

/** Brings the index up to date in a process of its own; resolves to its exit code. */
export function ingestInChild(
  environment: Readonly<Record<string, string | undefined>>,
  { rebuild }: { readonly rebuild: boolean },
): Promise<number> {
  return run(
    ["--import", "tsx", "ingest/main.ts", "--quiet", ...(rebuild ? ["--rebuild"] : [])],
    environment,
  );
}

function run(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...environment }, stdio: "inherit" });
  const kill = () => child.kill();
  process.once("exit", kill);
  return new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  }).finally(() => process.off("exit", kill));
}

/** The newest modification time below the paths in milliseconds; 0 where none exists. */
async function newest(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(path).catch(() => null);
      if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
      return newest((await readdir(path)).map((name) => join(path, name)));
    }),
  );
  return Math.max(0, ...times);
}
