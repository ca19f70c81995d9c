import { useCallback, useEffect, useState } from "react";
import { deleteConversation, restoreConversation } from "../api/conversations.ts";
import type { Go } from "../chat/use-thread-address.ts";
import { announceChange } from "./conversation-changes.ts";
import type { Entry } from "./list-entries.ts";

/** The last deletion of this page, as long as the reader is told of it. */
export type Deletion =
  | {
      readonly state: "deleted" | "not-restored";
      readonly conversation: string;
      readonly wasShown: boolean;
    }
  | { readonly state: "not-deleted" };

export interface Deleting {
  readonly deletion: Deletion | null;
  readonly remove: (entry: Entry) => void;
  readonly undo: () => void;
  readonly dismiss: () => void;
}

interface Page {
  /** The key of the thread shown. */
  readonly shown: string;
  readonly go: Go;
  readonly forget: (key: string) => void;
}

/** Deletes conversations at once, and takes the last deletion back: the server keeps it for a while. */
export function useDeletion({ shown, go, forget }: Page): Deleting {
  const [deletion, setDeletion] = useState<Deletion | null>(null);
  const dismiss = useCallback(() => setDeletion(null), []);

  const remove = ({ key, conversation }: Entry) => {
    if (conversation === null) return;
    const wasShown = key === shown;
    deleteConversation(conversation).then(
      () => {
        if (wasShown) go({});
        forget(key);
        announceChange(conversation);
        setDeletion({ state: "deleted", conversation, wasShown });
      },
      () => setDeletion({ state: "not-deleted" }),
    );
  };
  const undo = useCallback(() => {
    if (deletion === null || deletion.state === "not-deleted") return;
    const { conversation, wasShown } = deletion;
    setDeletion(null);
    restoreConversation(conversation).then(
      () => {
        announceChange(conversation);
        if (wasShown) go({ conversation });
      },
      () => setDeletion({ state: "not-restored", conversation, wasShown }),
    );
  }, [deletion, go]);
  useUndoKey(deletion === null || deletion.state === "not-deleted" ? null : undo);
  return { deletion, remove, undo, dismiss };
}

/** Ctrl or Cmd with Z, except in a field, which has its own. */
function useUndoKey(undo: (() => void) | null): void {
  useEffect(() => {
    if (undo === null) return;
    const handleKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.shiftKey || event.key.toLowerCase() !== "z") return;
      const isField = event.target instanceof Element && event.target.matches("input, textarea");
      if (isField) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  }, [undo]);
}
