import { createBubble } from "./bubble.ts";
import { chatElement, defineChatElement } from "./chat-element.ts";
import { type Options, readOptions } from "./options.ts";
import { chooseWording } from "./wording.ts";

/** A reader's signed token, or what gives one when it is asked for. */
type TokenSource = string | null | (() => string | null | Promise<string | null>);

interface Groundline {
  readonly open: () => void;
  readonly close: () => void;
  /** Names the reader, or with null nobody, as after a sign-out; what the chat showed before is gone. */
  readonly identify: (source: TokenSource) => void;
  readonly mount: () => void;
}

declare global {
  interface Window {
    Groundline?: Groundline;
  }
}

const script = document.currentScript as HTMLScriptElement | null;

// A page that runs the script twice has one chat; one that replaced its body gets the bubble back.
if (window.Groundline) window.Groundline.mount();
else if (script) window.Groundline = start(script);

function start(element: HTMLScriptElement): Groundline {
  const server = new URL(element.src).origin;
  const options = readOptions(element, "data-");
  let source: TokenSource = null;
  const findToken = async (of: Options) => {
    try {
      return of.token() ?? (typeof source === "function" ? await source() : source);
    } catch {
      return null;
    }
  };
  defineChatElement({ server, findToken });
  const bubble = createBubble({ server, options, wording: chooseWording(options.locale), findToken });
  const isShown = options.mode !== "none";
  const mount = () => {
    if (!isShown) return;
    if (document.body) bubble.mount();
    else addEventListener("DOMContentLoaded", bubble.mount, { once: true });
  };
  mount();
  return Object.freeze({
    open: bubble.open,
    close: bubble.close,
    mount,
    identify: (next: TokenSource) => {
      source = next;
      bubble.close();
      bubble.reset();
      for (const chat of document.querySelectorAll<HTMLElement & { reset(): void }>(chatElement))
        chat.reset();
    },
  });
}
