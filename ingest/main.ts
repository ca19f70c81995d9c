import { z } from "zod";
import { createHashedEmbedder } from "./embeddings/builtin/hashed-embedder.ts";
import { type IngestReport, ingest, isStale } from "./ingest.ts";
import { openDictionary } from "./language/open-dictionary.ts";
import { createProgressBar } from "./progress-bar.ts";
import { ingestSettingsShape, loadEnvironment, readSettings, SettingsError } from "./settings.ts";
import { summarise } from "./summary.ts";

const usage = `npm run ingest [-- --if-stale]
  Reads CORPUS_DIR and publishes a new index in DATA_DIR.
  --if-stale   only when the corpus, the program or the embedder has changed since the last time`;

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => !["--if-stale", "--help"].includes(arg));
  if (unknown !== undefined || args.includes("--help")) {
    console.log(unknown === undefined ? usage : `Unknown argument '${unknown}'.\n\n${usage}`);
    return unknown === undefined ? 0 : 2;
  }
  const settings = readSettings(z.object(ingestSettingsShape), loadEnvironment());
  const corpusDir = settings.CORPUS_DIR;
  const embedder = createHashedEmbedder({ dictionary: openDictionary(settings.GLOSSARY) });
  const options = {
    corpusDir,
    dataDir: settings.DATA_DIR,
    embedder,
    onProgress: createProgressBar(process.stderr),
  };
  if (args.includes("--if-stale") && !(await isStale(options))) return 0;
  return report(corpusDir, await ingest(options));
}

function report(corpusDir: string, result: IngestReport): number {
  if (result.status === "missing") {
    console.error(`The corpus folder '${corpusDir}' does not exist: create it or set CORPUS_DIR.`);
    return 1;
  }
  console.log(summarise(corpusDir, result));
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exitCode = 1;
}
