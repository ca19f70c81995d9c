import { parseArgs } from "node:util";
import { z } from "zod";
import { chooseEmbedder, chooseEmbeddingService } from "./embeddings/choose-embedder.ts";
import { EmbeddingError } from "./embeddings/embedder.ts";
import { explainFailure } from "./explain-failure.ts";
import { type IngestOptions, ingest } from "./ingest.ts";
import { LockedError } from "./lock.ts";
import { createProgressBar } from "./progress-bar.ts";
import { ingestSettingsShape, loadEnvironment, readSettings, SettingsError } from "./settings.ts";
import { summarise } from "./summary.ts";
import { watchCorpus } from "./watch.ts";

const usage = `npm run ingest [-- options]
  Brings the index in DATA_DIR up to date with the documents in CORPUS_DIR.
  --rebuild   read every file again
  --watch     go on, and follow every change
  --quiet     say nothing where nothing has changed
  --strict    exit with 2 where a file was refused
Exit codes: 0 done, 1 failed, 2 a file was refused (--strict), 3 another ingest is running.`;

interface Arguments {
  readonly rebuild: boolean;
  readonly watch: boolean;
  readonly quiet: boolean;
  readonly strict: boolean;
  readonly help: boolean;
}

async function main(): Promise<number> {
  const args = readArguments();
  if (args.help) {
    console.log(usage);
    return 0;
  }
  const settings = readSettings(z.object(ingestSettingsShape), loadEnvironment());
  const options: IngestOptions = {
    corpusDir: settings.CORPUS_DIR,
    dataDir: settings.DATA_DIR,
    embedder: await chooseEmbedder(chooseEmbeddingService(settings), settings.DATA_DIR),
    rebuild: args.rebuild,
    onProgress: createProgressBar(process.stderr),
  };
  const code = await runExplained(options, args);
  if (!args.watch || code === 1 || code === 3) return code;
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  console.log(`Watching ${options.corpusDir}; Ctrl+C ends it.`);
  const again = async () => void (await runExplained({ ...options, rebuild: false }, args));
  await watchCorpus(options.corpusDir, again, stop.signal);
  return 0;
}

async function runExplained(options: IngestOptions, args: Arguments): Promise<number> {
  try {
    return await run(options, args);
  } catch (error) {
    console.error(explainFailure(error, options));
    return error instanceof LockedError ? 3 : 1;
  }
}

async function run(options: IngestOptions, { quiet, strict }: Arguments): Promise<number> {
  const result = await ingest(options);
  if (result.status === "missing") {
    console.error(`The corpus folder '${options.corpusDir}' does not exist: create it or set CORPUS_DIR.`);
    return 1;
  }
  if (result.status === "unchanged") {
    if (!quiet) console.log(`Nothing has changed in ${options.corpusDir}.`);
    return 0;
  }
  console.log(summarise(options.corpusDir, result.report, result.changed));
  return strict && result.report.sources.some((source) => source.status === "refused") ? 2 : 0;
}

function readArguments(): Arguments {
  const flag = { type: "boolean", default: false } as const;
  const options = { rebuild: flag, watch: flag, quiet: flag, strict: flag, help: flag };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new SettingsError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const isExpected = error instanceof SettingsError || error instanceof EmbeddingError;
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
}
