import { useEffect } from "react";

export interface Shortcuts {
  readonly onSwitch: () => void;
  readonly onShortcuts: () => void;
  readonly onNewChat: () => void;
}

/** Ctrl or Cmd with K, / and Shift+O, wherever the focus is, except over an open dialog. */
export function useShortcuts({ onSwitch, onShortcuts, onNewChat }: Shortcuts): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.isComposing) return;
      if (document.querySelector("dialog[open]") !== null) return;
      const action = event.shiftKey
        ? { o: onNewChat }[event.key.toLowerCase()]
        : { k: onSwitch, "/": onShortcuts }[event.key.toLowerCase()];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  }, [onSwitch, onShortcuts, onNewChat]);
}
