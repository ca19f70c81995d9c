import { useEffect, useRef, useState } from "react";
import { removeMarkers } from "../answer/markers.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import type { Turn } from "./turn.ts";

/** What has been handed to a screen reader is taken away again, so that it is not met twice by reading on. */
const heldForInMs = 3000;

/** Says the answer to a screen reader once, when it is whole, rather than word by word as it streams. */
export function SpokenAnswer({ turn }: { readonly turn: Turn | undefined }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const awaited = useRef<number | null>(null);
  const reply = turn?.reply;
  const id = turn?.id ?? null;
  useEffect(() => {
    if (reply?.state === "streaming") awaited.current = id;
    if (reply?.state !== "answered" || awaited.current !== id) return;
    awaited.current = null;
    setText(removeMarkers(reply.answer.text).replaceAll("**", ""));
  }, [reply, id]);
  useEffect(() => {
    if (text === "") return;
    const timer = setTimeout(() => setText(""), heldForInMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="visually-hidden" role="status">
      {text !== "" && t("answerReady", { text })}
    </div>
  );
}
