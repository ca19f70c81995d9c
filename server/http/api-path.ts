/** Whether programs read this path, as opposed to people in a browser. */
export function isApiPath(path: string): boolean {
  return path === "/api" || path.startsWith("/api/") || path === "/healthz" || path === "/readyz";
}
