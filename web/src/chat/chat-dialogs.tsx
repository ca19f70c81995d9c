import { useState } from "react";
import { lazyPart } from "../page/lazy-part.tsx";
import type { Thread } from "./thread.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import type { Go } from "./use-thread-address.ts";

const Switcher = lazyPart(() => import("../conversations/switcher.tsx").then((module) => module.Switcher));
const ShortcutsDialog = lazyPart(() =>
  import("./shortcuts-dialog.tsx").then((module) => module.ShortcutsDialog),
);

interface ChatDialogsProps {
  readonly threads: readonly Thread[];
  readonly go: Go;
  readonly onNewChat: () => void;
}

/** What the shortcuts open over the chat. */
export function ChatDialogs({ threads, go, onNewChat }: ChatDialogsProps) {
  const [open, setOpen] = useState<"switcher" | "shortcuts" | null>(null);
  useShortcuts({
    onSwitch: () => setOpen("switcher"),
    onShortcuts: () => setOpen("shortcuts"),
    onNewChat,
  });
  const close = () => setOpen(null);
  return (
    <>
      {open === "switcher" && <Switcher threads={threads} go={go} onClose={close} />}
      {open === "shortcuts" && <ShortcutsDialog onClose={close} />}
    </>
  );
}
