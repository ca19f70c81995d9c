/** A draft's text without a mark that has only half arrived, so that it does not flicker as plain characters. */
export function hideUnfinished(text: string): string {
  const lineStart = text.lastIndexOf("\n") + 1;
  const line = text.slice(lineStart).replace(/\[\d*$/, "");
  return text.slice(0, lineStart) + closeStrong(line);
}

function closeStrong(line: string): string {
  const whole = line.replace(/(^|[^*])\*$/, "$1");
  const isOpen = whole.split("**").length % 2 === 0;
  if (!isOpen) return whole;
  return whole.endsWith("**") ? whole.slice(0, -2) : `${whole}**`;
}
