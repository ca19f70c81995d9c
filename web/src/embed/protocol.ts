/** What the embedded chat and the page around it say to each other; no word of a conversation is among it. */
export type FromFrame = "ready" | "token-needed" | "close" | "unread";

export type ToFrame =
  | { readonly type: "open" }
  /** Null where the page knows of none. */
  | { readonly type: "token"; readonly token: string | null };

/** `channel` is a random word that the page has given its frame: other frames do not know it. */
export interface Envelope<Message> {
  readonly channel: string;
  readonly message: Message;
}

const fromFrame: readonly unknown[] = ["ready", "token-needed", "close", "unread"] satisfies FromFrame[];

export function readFromFrame(data: unknown, channel: string): FromFrame | null {
  const message = open(data, channel);
  return fromFrame.includes(message) ? (message as FromFrame) : null;
}

export function readToFrame(data: unknown, channel: string): ToFrame | null {
  const message = open(data, channel) as Partial<Record<string, unknown>> | null;
  if (message?.type === "open") return { type: "open" };
  if (message?.type !== "token") return null;
  const { token } = message;
  return token === null || typeof token === "string" ? { type: "token", token } : null;
}

function open(data: unknown, channel: string): unknown {
  const envelope = data as Partial<Envelope<unknown>> | null | undefined;
  return envelope?.channel === channel ? envelope.message : null;
}
