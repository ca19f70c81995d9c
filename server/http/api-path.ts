/** Whether programs read this path, as opposed to people in a browser. */
export function isApiPath(path: string): boolean {
  return (
    path === "/api" ||
    path.startsWith("/api/") ||
    isOpenAiPath(path) ||
    /^\/(?:healthz|readyz|metrics)$/.test(path)
  );
}

/** Whether clients of the OpenAI API read this path, who know errors in one shape only. */
export function isOpenAiPath(path: string): boolean {
  return path.startsWith("/v1/");
}
