import { type Envelope, type FromFrame, readToFrame, type ToFrame } from "./protocol.ts";

/** The page around the chat. */
export interface Host {
  readonly tell: (message: FromFrame) => void;
  /** The reader's token as the page has it now; null where it has none or does not say. */
  readonly askToken: () => Promise<string | null>;
  readonly onOpen: (listener: () => void) => () => void;
}

interface HostPlace {
  readonly origin: string;
  readonly channel: string;
  /** The origins that may embed the chat. */
  readonly allowed: readonly string[];
}

const patienceInMs = 5000;

/** Speaks to the parent by its exact origin and hears it alone; null where there is none that may embed the chat. */
export function findHost({ origin, channel, allowed }: HostPlace): Host | null {
  if (window.parent === window || channel === "" || !allowed.includes(origin)) return null;

  const tell = (message: FromFrame) => {
    const envelope: Envelope<FromFrame> = { channel, message };
    window.parent.postMessage(envelope, origin);
  };
  const listen = (listener: (message: ToFrame) => void) => {
    const handle = (event: MessageEvent) => {
      if (event.origin !== origin || event.source !== window.parent) return;
      const message = readToFrame(event.data, channel);
      if (message !== null) listener(message);
    };
    window.addEventListener("message", handle);
    return () => window.removeEventListener("message", handle);
  };
  return {
    tell,
    askToken: () =>
      new Promise((resolve) => {
        const settle = (token: string | null) => {
          stop();
          clearTimeout(timer);
          resolve(token);
        };
        const stop = listen((message) => {
          if (message.type === "token") settle(message.token);
        });
        const timer = setTimeout(settle, patienceInMs, null);
        tell("token-needed");
      }),
    onOpen: (listener) =>
      listen((message) => {
        if (message.type === "open") listener();
      }),
  };
}
