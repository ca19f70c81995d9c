import { parseArgs } from "node:util";
import { z } from "zod";
import { publicSetNames } from "./datasets/public-sets.ts";

const setNames = ["traps", ...publicSetNames] as const;

export const usage = `npm run evals -- [options]
  --url URL             score a server that is already running; without it, one is started and stopped
  --corpus DIR          folder of documents for the started server (seeds)
  --data-dir DIR        where the started server keeps its index (a temporary folder)
  --dataset FILE        cases as JSON Lines (evals/datasets/seeds.jsonl)
  --set NAME            our documents that contradict each other or plant instructions (traps), or a public set:
                        ${publicSetNames.join(", ")}
  --bench-dir DIR       folder of the public sets' files (BENCH_DIR)
  --script other        ask a public set's Chinese questions in the other script
  --only search|ask     score one of the two (both; public sets: search)
  --limit N             passages asked for in one search (10)
  --cases N             run the first N cases only
  --probe               ask every question four more times, and once over its gold's documents alone
  --judge MODEL         let a model judge the answers after its exam; OPENAI_BASE_URL and OPENAI_API_KEY name its
                        service, without which the replies on record are all there is
  --recorded FILE       replies that are replayed, and added to (evals/judge/recorded.jsonl)
  --live                let the started server use the models and services its settings name (all offline)
  --baseline FILE       compare with this run's baseline.jsonl (the committed one of the dataset, if any)
  --out DIR             where the report and every result go (evals/reports/latest)`;

const argumentsSchema = z
  .strictObject({
    url: z.url().optional(),
    corpus: z.string().default("seeds"),
    "data-dir": z.string().optional(),
    dataset: z.string().default("evals/datasets/seeds.jsonl"),
    set: z.enum(setNames).optional(),
    "bench-dir": z.string().optional(),
    script: z.enum(["own", "other"]).default("own"),
    only: z.enum(["search", "ask"]).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(10),
    cases: z.coerce.number().int().min(1).optional(),
    baseline: z.string().optional(),
    out: z.string().default("evals/reports/latest"),
    probe: z.boolean().default(false),
    judge: z.string().min(1).optional(),
    recorded: z.string().default("evals/judge/recorded.jsonl"),
    live: z.boolean().default(false),
    help: z.boolean().default(false),
  })
  .refine(({ url, set }) => url === undefined || set === undefined, {
    path: ["set"],
    message: "brings its own documents, so it cannot be combined with --url",
  });

export type Arguments = z.output<typeof argumentsSchema>;

/** Throws one line per wrong argument. */
export function readArguments(args: readonly string[], environment: NodeJS.ProcessEnv): Arguments {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: text,
      corpus: text,
      "data-dir": text,
      dataset: text,
      set: text,
      "bench-dir": text,
      script: text,
      only: text,
      limit: text,
      cases: text,
      baseline: text,
      out: text,
      probe: { type: "boolean" },
      judge: text,
      recorded: text,
      live: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  const parsed = argumentsSchema.safeParse({ "bench-dir": environment.BENCH_DIR, ...values });
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`);
  throw new Error(lines.join("\n"));
}
