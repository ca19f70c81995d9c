import { removeMarkers } from "../answer/markers.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import type { Turn } from "./turn.ts";

/** Says the answer to a screen reader once, when it is whole, rather than word by word as it streams. */
export function SpokenAnswer({ turn }: { readonly turn: Turn | undefined }) {
  const { t } = useTranslation();
  const reply = turn?.reply;
  const text = reply?.state === "answered" ? removeMarkers(reply.answer.text).replaceAll("**", "") : "";
  return (
    <div className="visually-hidden" role="status">
      {text !== "" && t("answerReady", { text })}
    </div>
  );
}
