const space = "http://www.w3.org/2000/svg";
const paths = { ask: "M4 4.5h16v12H12L7.5 20v-3.5H4zM8 9h8M8 12.5h5", close: "M6 6l12 12M18 6 6 18" };

export function drawIcon(name: keyof typeof paths): SVGElement {
  const icon = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("class", name);
  icon.setAttribute("aria-hidden", "true");
  path.setAttribute("d", paths[name]);
  icon.append(path);
  return icon;
}
