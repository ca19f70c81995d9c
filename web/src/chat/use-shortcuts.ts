import { useEffect } from "react";

export interface Shortcuts {
  readonly onSwitch: () => void;
  readonly onShortcuts: () => void;
  readonly onNewChat: () => void;
  /** To the conversation below in the list (1), or above (-1). */
  readonly onStep: (by: number) => void;
}

/** Ctrl or Cmd with K, / and Shift+O, and Alt with the arrow keys, wherever the focus is, except over an open dialog. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector("dialog[open]") !== null) return;
      const action = findAction(event, shortcuts);
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  }, [shortcuts]);
}

type Actions = Readonly<Record<string, () => void>>;

function findAction(event: KeyboardEvent, shortcuts: Shortcuts): (() => void) | undefined {
  const { key, altKey, shiftKey } = event;
  const { onSwitch, onShortcuts, onNewChat, onStep } = shortcuts;
  const isCommand = event.metaKey || event.ctrlKey;
  if (altKey) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[key];
    return isCommand || shiftKey || by === undefined ? undefined : () => onStep(by);
  }
  if (!isCommand) return undefined;
  const actions: Actions = shiftKey ? { o: onNewChat } : { k: onSwitch, "/": onShortcuts };
  return actions[key.toLowerCase()];
}
