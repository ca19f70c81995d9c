import { type RefObject, useCallback, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.ts";
import { DictionaryIcon } from "../../page/icons.tsx";
import { GlossPanel } from "./gloss-panel.tsx";
import { type SelectedText, useTextSelection } from "./use-text-selection.ts";

/** Offers to look up what is selected in the lines: a button below it, next in the order of the Tab key. */
export function SelectionGloss({ scroller }: { readonly scroller: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation();
  const selected = useTextSelection(scroller);
  const [shown, setShown] = useState<SelectedText | null>(null);
  const close = useCallback(() => {
    setShown(null);
    scroller.current?.focus({ preventScroll: true });
  }, [scroller]);
  if (shown !== null) return <GlossPanel text={shown.text} anchor={shown.place} onClose={close} />;
  if (selected === null) return null;
  const { left, bottom } = selected.place;
  return (
    <button
      type="button"
      className="gloss-offer"
      style={{ left: Math.max(8, Math.min(left, window.innerWidth - 128)), top: bottom + 4 }}
      // Pressing a button would take the selection away before the click.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => setShown(selected)}
    >
      <DictionaryIcon />
      {t("glossOffer")}
    </button>
  );
}
