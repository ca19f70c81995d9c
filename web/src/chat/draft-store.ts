import { keptName } from "../page/kept-name.ts";

/** What is being written in a conversation, and of which documents it will be asked. */
export interface KeptDraft {
  readonly text: string;
  readonly documents: readonly string[];
}

export const nothingKept: KeptDraft = { text: "", documents: [] };

/** Storage may be switched off or full; what is written then lasts for the page. */
export function readDraft(conversation: string | null): KeptDraft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(conversation)) ?? "null");
    return isDraft(kept) ? kept : nothingKept;
  } catch {
    return nothingKept;
  }
}

export function saveDraft(conversation: string | null, { text, documents }: KeptDraft): void {
  try {
    if (text === "" && documents.length === 0) localStorage.removeItem(keyOf(conversation));
    else localStorage.setItem(keyOf(conversation), JSON.stringify({ text, documents }));
  } catch {
    // It holds until the page is left.
  }
}

function keyOf(conversation: string | null): string {
  return keptName(`draft.${conversation ?? "new"}`);
}

function isDraft(kept: unknown): kept is KeptDraft {
  if (typeof kept !== "object" || kept === null) return false;
  const { text, documents } = kept as Partial<KeptDraft>;
  return typeof text === "string" && Array.isArray(documents);
}
