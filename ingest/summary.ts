import type { IngestReport } from "./ingest.ts";

type Published = Extract<IngestReport, { status: "published" }>;

/** What was read and what was refused, for the terminal. */
export function summarise(corpusDir: string, { documents, refusals }: Published): string {
  const rows = documents.map((document) => ({
    id: document.id,
    counts: [
      document.lines.length,
      document.furniture.length,
      document.sentences.length,
      document.passages.length,
    ],
  }));
  const widest = Math.max(8, ...rows.map((row) => row.id.length));
  const line = (id: string, counts: readonly (string | number)[]) =>
    `  ${id.padEnd(widest)}${counts.map((count) => String(count).padStart(11)).join("")}`;
  return [
    `${documents.length} documents read from ${corpusDir}`,
    ...(rows.length > 0 ? [line("document", ["lines", "furniture", "sentences", "passages"])] : []),
    ...rows.map((row) => line(row.id, row.counts)),
    ...(refusals.length > 0 ? [`${refusals.length} files left out:`] : []),
    ...refusals.map((refusal) => `  ${refusal.id} ${refusal.message} (${refusal.code})`),
  ].join("\n");
}
