import { useCallback, useEffect, useMemo, useState } from "react";
import type { FoundPlace } from "../../../../server/api/documents.ts";
import { findWords } from "../../api/read-documents.ts";
import { type Highlights, highlightPlaces, placeFrom } from "./highlights.ts";

export interface Find {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly state: "idle" | "searching" | "found" | "failed";
  readonly places: readonly FoundPlace[];
  /** Whether there are no more places than these. */
  readonly isComplete: boolean;
  /** The index of the place the reader has gone to. */
  readonly current: number | null;
  readonly highlights: Highlights;
  /** Goes to the next place, or with -1 to the one before; past the last comes the first. */
  readonly step: (by: 1 | -1) => void;
}

interface Result {
  readonly asked: string;
  readonly places: readonly FoundPlace[] | null;
  readonly isComplete: boolean;
}

const typingPauseInMs = 200;
const none: readonly FoundPlace[] = [];

/** What is looked for in a document; the first place gone to is the next one after what is in view. */
export function useFind(document: string, lineInView: () => number, onGo: (place: FoundPlace) => void): Find {
  const [query, setQuery] = useState("");
  const [result, setResult] = useState<Result | null>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const wanted = query.trim();
  const asked = `${document}\n${wanted}`;

  useEffect(() => {
    if (wanted === "") return;
    const controller = new AbortController();
    const timer = window.setTimeout(() => {
      findWords(document, wanted, controller.signal)
        .catch(() => ({ places: null, isComplete: true }))
        .then(({ places, isComplete }) => {
          if (controller.signal.aborted) return;
          const first = placeFrom(places ?? none, lineInView());
          setResult({ asked, places, isComplete });
          setCurrent(first);
          const place = places?.[first ?? 0];
          if (place !== undefined) onGo(place);
        });
    }, typingPauseInMs);
    return () => {
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [document, wanted, asked, lineInView, onGo]);

  const isCurrent = result?.asked === asked;
  const places = (isCurrent && result.places) || none;
  const step = useCallback(
    (by: 1 | -1) => {
      if (places.length === 0) return;
      const next = ((current ?? 0) + by + places.length) % places.length;
      setCurrent(next);
      const place = places[next];
      if (place !== undefined) onGo(place);
    },
    [places, current, onGo],
  );
  const highlights = useMemo(() => highlightPlaces(places, current), [places, current]);
  const state = stateOf(wanted, isCurrent ? result : null);
  return {
    query,
    setQuery,
    state,
    places,
    isComplete: result?.isComplete ?? true,
    current,
    highlights,
    step,
  };
}

function stateOf(wanted: string, result: Result | null): Find["state"] {
  if (wanted === "") return "idle";
  if (result === null) return "searching";
  return result.places === null ? "failed" : "found";
}
