import { useEffect, useRef, useState } from "react";
import { type KeptDraft, nothingKept, readDraft, saveDraft } from "./draft-store.ts";

/** The draft of a conversation, kept where the browser keeps things; `asked` is what a link came with. */
export function useDraft(conversation: string | null, asked: string | null) {
  const [draft, setDraft] = useState<KeptDraft>(() =>
    asked === null ? readDraft(conversation) : { ...nothingKept, text: asked },
  );
  const kept = useRef(conversation);
  useEffect(() => {
    // A new conversation has got its id: its draft is not that of the next new one.
    if (kept.current !== conversation) saveDraft(kept.current, nothingKept);
    kept.current = conversation;
    saveDraft(conversation, draft);
  }, [conversation, draft]);
  return [draft, setDraft] as const;
}
