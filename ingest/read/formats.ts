export type Format = "text" | "html" | "pdf" | "docx" | "pptx" | "xlsx" | "csv" | "tsv";

const formats: Readonly<Record<string, Format>> = {
  ".txt": "text",
  ".md": "text",
  ".markdown": "text",
  ".html": "html",
  ".htm": "html",
  ".pdf": "pdf",
  ".docx": "docx",
  ".pptx": "pptx",
  ".xlsx": "xlsx",
  ".csv": "csv",
  ".tsv": "tsv",
};

export const readableExtensions: readonly string[] = Object.keys(formats);

/** The format that a file's name announces, or null for one that is not read. */
export function formatOf(path: string): Format | null {
  const extension = /\.[^./\\]*$/.exec(path)?.[0].toLowerCase() ?? "";
  return formats[extension] ?? null;
}
