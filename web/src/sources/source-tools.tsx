import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useRef, useState } from "react";
import { useTranslation } from "../i18n/use-translation.ts";
import { IconButton } from "../page/icon-button.tsx";
import { DictionaryIcon, DownloadIcon, OutlineIcon, SearchIcon } from "../page/icons.tsx";
import { CopyLink } from "./copy-link.tsx";
import { GlossPanel } from "./gloss/gloss-panel.tsx";
import type { LineRange } from "./line-range.ts";
import { buildDocumentPath } from "./source-url.ts";

interface SourceToolsProps {
  readonly document: string;
  /** The lines that a link is copied to. */
  readonly chosen: LineRange | null;
  readonly isOutlineOpen: boolean;
  readonly isFindOpen: boolean;
  readonly findButton: RefObject<HTMLButtonElement | null>;
  readonly onToggleOutline: () => void;
  readonly onToggleFind: () => void;
}

/** The tools of the viewer, in the order a reader is likely to want them. */
export function SourceTools(props: SourceToolsProps) {
  const { document, chosen, isOutlineOpen, isFindOpen, findButton } = props;
  const { t } = useTranslation();
  return (
    <fieldset className="source-tools" aria-label={t("sourceTools")}>
      <Toggle
        label={t("outline")}
        controls="source-outline"
        isOpen={isOutlineOpen}
        onToggle={props.onToggleOutline}
      >
        <OutlineIcon />
      </Toggle>
      <Toggle
        label={t("findOpen")}
        controls="source-find"
        isOpen={isFindOpen}
        onToggle={props.onToggleFind}
        button={findButton}
      >
        <SearchIcon />
      </Toggle>
      <Dictionary />
      <CopyLink document={document} lines={chosen} />
      <a
        className="icon-button"
        href={`${buildDocumentPath(document)}/original`}
        download
        title={t("downloadOriginal")}
        aria-label={t("downloadOriginal")}
      >
        <DownloadIcon />
      </a>
    </fieldset>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly controls: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly button?: RefObject<HTMLButtonElement | null>;
  readonly children: ReactNode;
}

/** Esc closes what it has opened, before it closes the pane around it. */
function Toggle({ label, controls, isOpen, onToggle, button, children }: ToggleProps) {
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen) return;
    event.stopPropagation();
    onToggle();
  };
  return (
    <IconButton
      ref={button}
      label={label}
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      onClick={onToggle}
      onKeyDown={handleKey}
    >
      {children}
    </IconButton>
  );
}

/** The dictionary without a selection, for those who type what they look up. */
function Dictionary() {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<DOMRect | null>(null);
  const close = useCallback(() => {
    setAnchor(null);
    button.current?.focus();
  }, []);
  return (
    <>
      <IconButton
        ref={button}
        label={t("glossTitle")}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget.getBoundingClientRect())}
      >
        <DictionaryIcon />
      </IconButton>
      {anchor !== null && <GlossPanel text="" anchor={anchor} onClose={close} />}
    </>
  );
}
