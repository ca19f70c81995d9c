import { type RefObject, useEffect } from "react";

interface FindKey {
  readonly isPage: boolean;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onFind: () => void;
}

/**
 * Ctrl+F or Cmd+F looks in the whole document: the browser's own search sees only the lines in the page. Beside a chat
 * it does so only while the focus is in the document. Pressed in the field, it is the browser's again.
 */
export function useFindKey({ isPage, scroller, onFind }: FindKey): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const isFind =
        (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === "f";
      if (!isFind || event.target instanceof HTMLInputElement) return;
      const view = scroller.current?.closest(".source-pane");
      if (!isPage && !view?.contains(document.activeElement)) return;
      event.preventDefault();
      onFind();
    };
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  }, [isPage, scroller, onFind]);
}
