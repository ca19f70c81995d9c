import { useTranslation } from "../i18n/use-translation.ts";
import type { More } from "./use-first.ts";

/** Continues a list of which only the first items are shown. */
export function ShowMore({ more }: { readonly more: More }) {
  const { t, i18n } = useTranslation();
  if (more === null) return null;
  return (
    <button type="button" className="show-more" onClick={more.show}>
      {t("showMore", { number: more.number.toLocaleString(i18n.language) })}
    </button>
  );
}
