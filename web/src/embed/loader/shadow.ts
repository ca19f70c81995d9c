/** A shadow root with a style sheet made by script, which the page's policy on styles allows. */
export function openShadow(host: HTMLElement, style: string): ShadowRoot {
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  return root;
}
