import { createContext, type ReactNode, useContext, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.ts";
import { DeleteIcon } from "../../page/icons.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";

/** Asks whether to remove a document; null where that is not allowed. */
const Removal = createContext<((id: string) => void) | null>(null);

interface RemovalProviderProps {
  readonly isAllowed: boolean;
  readonly onRemoved: () => void;
  readonly children: ReactNode;
}

/** Lets the documents below be removed, after a question. */
export function RemovalProvider({ isAllowed, onRemoved, children }: RemovalProviderProps) {
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <Removal value={isAllowed ? setAsked : null}>
      {children}
      {asked !== null && (
        <RemoveDialog
          id={asked}
          onRemoved={() => {
            setAsked(null);
            onRemoved();
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </Removal>
  );
}

export function RemoveButton({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const ask = useContext(Removal);
  if (ask === null) return null;
  const label = t("removeNamed", { id });
  return (
    <button type="button" className="remove-button" aria-label={label} title={label} onClick={() => ask(id)}>
      <DeleteIcon />
    </button>
  );
}

export function useIsRemovalAllowed(): boolean {
  return useContext(Removal) !== null;
}
