import { type ComponentProps, useEffect, useRef } from "react";
import { useEscape } from "../page/use-escape.ts";
import { Sidebar } from "./sidebar.tsx";

interface ConversationCoverProps extends Omit<ComponentProps<typeof Sidebar>, "ref"> {
  readonly onClose: () => void;
}

/** The conversations over the chat, on a screen too narrow for both. */
export function ConversationCover({ onClose, ...list }: ConversationCoverProps) {
  const cover = useRef<HTMLElement>(null);
  useEscape(onClose);
  useEffect(() => cover.current?.querySelector("button")?.focus(), []);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: Esc and the button do the same. */}
      <div className="sidebar-shade" onClick={onClose} />
      <Sidebar {...list} ref={cover} onClose={onClose} />
    </>
  );
}
