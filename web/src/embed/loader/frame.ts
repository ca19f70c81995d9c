import { type Envelope, type FromFrame, readFromFrame, type ToFrame } from "../protocol.ts";
import type { Options } from "./options.ts";
import type { Wording } from "./wording.ts";

export interface Frame {
  /** The frame, and under it a line that says what it waits for. */
  readonly view: HTMLElement;
  readonly focus: () => void;
  readonly remove: () => void;
  readonly hasFailed: () => boolean;
}

export interface FrameParts {
  /** Origin of the server of the chat. */
  readonly server: string;
  readonly options: Options;
  readonly wording: Wording;
  readonly findToken: (options: Options) => Promise<string | null>;
  readonly onMessage: (message: FromFrame) => void;
}

/** A frame that says nothing this long after its page has come holds an error page. */
const patienceInMs = 4000;

/** The chat in a frame; it is heard only by its own window, origin and channel, and spoken to by its exact origin. */
export function createFrame({ server, options, wording, findToken, onMessage }: FrameParts): Frame {
  const channel = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const view = document.createElement("div");
  const status = document.createElement("p");
  const frame = document.createElement("iframe");
  view.className = "view";
  status.setAttribute("role", "status");
  status.textContent = wording.opening;
  frame.title = wording.title;
  frame.loading = "lazy";
  frame.allow = "clipboard-write";
  frame.src = describe(server, options, channel);
  view.append(status, frame);

  let state: "waiting" | "ready" | "failed" = "waiting";
  let wantsFocus = false;
  const send = (message: ToFrame) => {
    const envelope: Envelope<ToFrame> = { channel, message };
    frame.contentWindow?.postMessage(envelope, server);
  };
  const focus = () => {
    wantsFocus = state !== "ready";
    if (wantsFocus) return;
    frame.focus();
    send({ type: "open" });
  };
  const hear = async ({ origin, source, data }: MessageEvent) => {
    if (origin !== server || source === null || source !== frame.contentWindow) return;
    const message = readFromFrame(data, channel);
    if (message === null) return;
    if (message === "token-needed") return send({ type: "token", token: await findToken(options) });
    if (message === "ready") {
      state = "ready";
      view.classList.add("ready");
      if (wantsFocus) focus();
    }
    onMessage(message);
  };
  const giveUp = () => {
    if (state === "ready") return;
    state = "failed";
    status.textContent = wording.unreachable;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  frame.addEventListener("load", () => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, patienceInMs);
  });
  addEventListener("message", hear);
  return {
    view,
    focus,
    hasFailed: () => state === "failed",
    remove: () => {
      removeEventListener("message", hear);
      clearTimeout(timer);
      view.remove();
    },
  };
}

/** What the frame has to know stands behind the `#`, which is sent to no server. */
function describe(server: string, options: Options, channel: string): string {
  const { mode, theme, locale, greeting, questions } = options;
  const about = { host: location.origin, channel, mode, theme, locale, greeting, questions };
  return `${server}/embed#${new URLSearchParams(about)}`;
}
