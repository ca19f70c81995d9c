import { createFrame, type Frame, type FrameParts } from "./frame.ts";
import { drawIcon } from "./icon.ts";
import { openShadow } from "./shadow.ts";
import { bubbleStyle } from "./style.ts";

export interface Bubble {
  readonly open: () => void;
  readonly close: () => void;
  /** Puts it on the page, where it is not already. */
  readonly mount: () => void;
  /** Forgets the frame, which may be another reader's. */
  readonly reset: () => void;
}

/** The button in the corner and the panel it opens; the chat is loaded when it is opened first. */
export function createBubble(parts: Omit<FrameParts, "onMessage">): Bubble {
  const { options, wording } = parts;
  if (!customElements.get(tag)) customElements.define(tag, BubbleElement);
  const host = document.createElement(tag) as BubbleElement;
  const root = openShadow(host, bubbleStyle);
  const button = document.createElement("button");
  const panel = document.createElement("div");
  host.dataset.mode = options.mode;
  host.dataset.theme = options.theme;
  host.dataset.position = options.position;
  button.type = "button";
  button.append(drawIcon("ask"), drawIcon("close"));
  button.setAttribute("aria-haspopup", "dialog");
  panel.className = "panel";
  panel.id = "panel";
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", wording.title);
  button.setAttribute("aria-controls", panel.id);
  root.append(button, panel);

  let frame: Frame | null = null;
  const show = (isOpen: boolean, isUnread = false) => {
    panel.hidden = !isOpen;
    host.classList.toggle("open", isOpen);
    host.classList.toggle("unread", isUnread);
    button.setAttribute("aria-expanded", String(isOpen));
    const label = isOpen ? wording.close : wording.open;
    button.setAttribute("aria-label", isUnread ? `${label} ${wording.unread}` : label);
    button.title = label;
  };
  const reset = () => {
    frame?.remove();
    frame = null;
  };
  host.onLeave = () => {
    reset();
    show(false);
  };
  const mount = () => {
    if (!host.isConnected) document.body.append(host);
  };
  const open = () => {
    mount();
    if (frame?.hasFailed()) reset();
    frame ??= createFrame({ ...parts, onMessage: hear });
    if (!frame.view.isConnected) panel.append(frame.view);
    show(true);
    frame.focus();
  };
  const close = () => {
    if (panel.hidden) return;
    show(false);
    button.focus();
  };
  const hear: FrameParts["onMessage"] = (message) => {
    if (message === "close") close();
    if (message === "unread" && panel.hidden) show(false, true);
  };
  button.addEventListener("click", () => (panel.hidden ? open() : close()));
  root.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key === "Escape") close();
  });
  show(false);
  return { open, close, mount, reset };
}

const tag = "groundline-bubble";

/** Notices that the page takes it out, so that nothing of it stays behind listening. */
class BubbleElement extends HTMLElement {
  onLeave = () => {};

  disconnectedCallback(): void {
    this.onLeave();
  }
}
