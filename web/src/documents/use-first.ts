import { useState } from "react";

/** The first items of a list that may be long, and how to have more of them. */
export function useFirst<Item>(items: readonly Item[], step: number) {
  const [most, setMost] = useState(step);
  const left = Math.max(0, items.length - most);
  const more = left === 0 ? null : { number: Math.min(left, step), show: () => setMost(most + step) };
  return { shown: items.slice(0, most), more };
}

export type More = ReturnType<typeof useFirst>["more"];
