import type { IngestReport, SourceReport } from "./index/report.ts";
import type { ChangeCounts } from "./ingest.ts";

type Read = Extract<SourceReport, { status: "read" }>;

/** From this many documents on, only totals and what needs a look are listed. */
const mostListed = 40;

/** What was read and what was refused, for the terminal. */
export function summarise(
  corpusDir: string,
  { sources, tookMs }: IngestReport,
  changed: ChangeCounts,
): string {
  const read = sources.filter((source): source is Read => source.status === "read");
  const refused = sources.filter((source) => source.status === "refused");
  const warned = read.flatMap(({ id, warnings }) => warnings.map((warning) => ({ id, ...warning })));
  const counts = changed.kept > 0 ? `, ${changed.read} of them read anew, ${changed.removed} removed` : "";
  return [
    `${counted(read.length, "document")} in the index of ${corpusDir}${counts} (${(tookMs / 1000).toFixed(1)} s)`,
    ...table(read),
    ...section(`${counted(warned.length, "warning")}:`, warned),
    ...section(`${counted(refused.length, "file")} left out:`, refused),
  ].join("\n");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function table(read: readonly Read[]): string[] {
  if (read.length === 0) return [];
  const widest = Math.max(8, ...read.map(({ id }) => visible(id).length));
  const row = (id: string, counts: readonly (string | number)[]) =>
    `  ${id.padEnd(widest)}${counts.map((count) => String(count).padStart(11)).join("")}`;
  const countsOf = ({ lines, furniture, sentences, passages }: Read) => [
    lines,
    furniture,
    sentences,
    passages,
  ];
  const totals = read
    .map(countsOf)
    .reduce((sums, counts) => sums.map((sum, index) => sum + (counts[index] ?? 0)));
  return [
    row("document", ["lines", "furniture", "sentences", "passages"]),
    ...(read.length <= mostListed ? read.map((source) => row(visible(source.id), countsOf(source))) : []),
    ...(read.length > 1 ? [row("total", totals)] : []),
  ];
}

function section(
  title: string,
  items: readonly { readonly id: string; readonly code: string; readonly message: string }[],
): string[] {
  if (items.length === 0) return [];
  return [title, ...items.map(({ id, code, message }) => `  ${visible(id)} ${message} (${code})`)];
}

/** A file name may hold line breaks and terminal controls. */
function visible(id: string): string {
  return id.replace(/[\p{Cc}\p{Cf}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
