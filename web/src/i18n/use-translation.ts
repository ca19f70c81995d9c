import { useSyncExternalStore } from "react";
import { onTranslationChange, readTranslation, type Translation } from "./wording.ts";

/** The words of the page in the reader's language; drawn anew when it changes. */
export function useTranslation(): Translation {
  return useSyncExternalStore(onTranslationChange, readTranslation);
}
