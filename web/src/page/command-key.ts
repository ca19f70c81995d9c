/** The key that goes with a letter in shortcuts, as its cap is labelled. */
export const commandKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";
