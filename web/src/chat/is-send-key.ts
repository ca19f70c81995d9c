interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** Safari ends a composition before its Enter arrives, and marks that Enter only by this key code. */
const compositionKeyCode = 229;

/** Enter sends, Shift+Enter breaks the line, and an Enter that picks a candidate of an input method does neither. */
export function isSendKey({ key, shiftKey, isComposing, keyCode }: PressedKey): boolean {
  return key === "Enter" && !shiftKey && !isComposing && keyCode !== compositionKeyCode;
}
