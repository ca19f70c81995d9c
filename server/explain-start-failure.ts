import { EmbeddingError } from "../ingest/embeddings/embedder.ts";
import { SettingsError } from "../ingest/settings.ts";

/** What to print where the server could not start: one line where a setting mends it, the error itself otherwise. */
export function explainStartFailure(error: unknown): unknown {
  if (error instanceof SettingsError || error instanceof EmbeddingError) return error.message;
  if (!(error instanceof Error)) return error;
  const { code, port, address, hostname } = error as ListenError;
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is in use by another program: stop that one, or set PORT to another number.`;
    case "EACCES":
      return port === undefined
        ? error
        : `Port ${port} may not be used by this account: set PORT to a number from 1024 on.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `HOST is ${JSON.stringify(hostname ?? address)}, which is no address of this machine: set it to 127.0.0.1, or to 0.0.0.0 for all its addresses.`;
    default:
      return error;
  }
}

type ListenError = NodeJS.ErrnoException & {
  readonly port?: number;
  readonly address?: string;
  readonly hostname?: string;
};
