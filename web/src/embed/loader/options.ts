/** How the chat is to look, as the page's attributes say. */
export interface Options {
  readonly mode: string;
  readonly theme: string;
  /** Where it is not said, the page's own. */
  readonly locale: string;
  readonly greeting: string;
  /** Suggested questions, parted by `|`. */
  readonly questions: string;
  readonly position: string;
  /** Asked anew each time, so that the page may renew it. */
  readonly token: () => string | null;
}

/** Reads `data-theme` and the like of the script, or `theme` and the like of the element. */
export function readOptions(element: Element, prefix = ""): Options {
  const read = (name: string, otherwise = "") => element.getAttribute(prefix + name) ?? otherwise;
  return {
    mode: read("mode", "bubble"),
    theme: read("theme", "auto"),
    locale: read("locale", document.documentElement.lang),
    greeting: read("greeting"),
    questions: read("questions"),
    position: read("position", "right"),
    token: () => element.getAttribute(`${prefix}token`),
  };
}
