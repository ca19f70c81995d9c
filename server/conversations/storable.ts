/** SQLite ends a text at its first NUL, so each becomes the replacement character. */
export function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD");
}
