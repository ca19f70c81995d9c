import type { en } from "../i18n/en.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { commandKey } from "../page/command-key.ts";
import { Modal } from "../page/modal.tsx";

const shortcuts: readonly (readonly [readonly string[], keyof typeof en])[] = [
  [[commandKey, "K"], "shortcutSwitch"],
  [["Alt", "↑ ↓"], "shortcutStep"],
  [[commandKey, "Shift", "O"], "shortcutNewChat"],
  [[commandKey, "/"], "shortcutShortcuts"],
  [["Enter"], "shortcutSend"],
  [["Shift", "Enter"], "shortcutNewLine"],
  [["↑"], "shortcutEditLast"],
  [["↑", "↓"], "shortcutList"],
  [["F2"], "shortcutRename"],
  [["Delete"], "shortcutDelete"],
  [[commandKey, "Z"], "shortcutUndo"],
  [["Esc"], "shortcutClose"],
];

/** Every shortcut with what it does. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal title={t("shortcuts")} onClose={onClose}>
      <dl className="shortcuts">
        {shortcuts.map(([keys, wording]) => (
          <div key={wording} className="shortcut">
            <dt>{t(wording)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <div className="modal-actions">
        <button type="button" className="button" data-kind="main" onClick={onClose}>
          {t("close")}
        </button>
      </div>
    </Modal>
  );
}
