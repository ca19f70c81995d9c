/** Tells this page's list and the reader's other tabs that a conversation was changed; null where it is a new one. */
export function announceChange(conversation: string | null): void {
  here.dispatchEvent(new Event(name));
  tabs?.postMessage(conversation);
}

/** Calls back for every change, wherever it was made. */
export function onAnyChange(listener: () => void): () => void {
  here.addEventListener(name, listener);
  tabs?.addEventListener("message", listener);
  return () => {
    here.removeEventListener(name, listener);
    tabs?.removeEventListener("message", listener);
  };
}

/** Calls back with the id of a conversation that another tab has changed. */
export function onChangeElsewhere(listener: (conversation: string) => void): () => void {
  const handleMessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "string") listener(data);
  };
  tabs?.addEventListener("message", handleMessage);
  return () => tabs?.removeEventListener("message", handleMessage);
}

const name = "groundline.conversations";
const here = new EventTarget();
const tabs = "BroadcastChannel" in globalThis ? new BroadcastChannel(name) : null;
