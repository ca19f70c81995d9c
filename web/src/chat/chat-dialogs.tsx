import { lazyPart } from "../page/lazy-part.tsx";
import type { Thread } from "./thread.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import type { Go } from "./use-thread-address.ts";

const Switcher = lazyPart(() => import("../conversations/switcher.tsx").then((module) => module.Switcher));
const ShortcutsDialog = lazyPart(() =>
  import("./shortcuts-dialog.tsx").then((module) => module.ShortcutsDialog),
);

export type ChatDialog = "switcher" | "shortcuts" | null;

interface ChatDialogsProps {
  readonly open: ChatDialog;
  readonly onOpen: (dialog: ChatDialog) => void;
  readonly threads: readonly Thread[];
  readonly go: Go;
  readonly onNewChat: () => void;
  readonly onStep: (by: number) => void;
}

/** What the shortcuts open over the chat. */
export function ChatDialogs({ open, onOpen, threads, go, onNewChat, onStep }: ChatDialogsProps) {
  useShortcuts({
    onSwitch: () => onOpen("switcher"),
    onShortcuts: () => onOpen("shortcuts"),
    onNewChat,
    onStep,
  });
  const close = () => onOpen(null);
  return (
    <>
      {open === "switcher" && <Switcher threads={threads} go={go} onClose={close} />}
      {open === "shortcuts" && <ShortcutsDialog onClose={close} />}
    </>
  );
}
