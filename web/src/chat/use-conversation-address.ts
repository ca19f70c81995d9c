import { useEffect } from "react";

/** Keeps the address at the conversation shown, under every step of the browser's history; null leaves it alone. */
export function useConversationAddress(path: string | null): void {
  useEffect(() => {
    if (path === null) return;
    const show = () => {
      if (window.location.pathname !== path) window.history.replaceState(window.history.state, "", path);
    };
    show();
    window.addEventListener("popstate", show);
    return () => window.removeEventListener("popstate", show);
  }, [path]);
}
