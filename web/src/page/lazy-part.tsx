import { type ComponentType, lazy, Suspense } from "react";
import { ErrorBoundary } from "./error-boundary.tsx";

/**
 * A part that is not needed for the first view: fetched when it is, or before that once the reader begins to do something,
 * so that it is there when the network is gone. Nothing stands in its place until then, or where it cannot be fetched.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const loadModule = async () => ({ default: await load() });
  const Part = lazy(loadModule) as unknown as ComponentType<Props>;
  onFirstUse(() => void load().catch(() => undefined));
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, where its module begins.
  return function LazyPart(props: Props) {
    return (
      <ErrorBoundary fallback={null}>
        <Suspense>
          <Part {...props} />
        </Suspense>
      </ErrorBoundary>
    );
  };
}

function onFirstUse(work: () => void): void {
  const used = new AbortController();
  const begin = () => {
    used.abort();
    // After what the reader has just done has been drawn.
    setTimeout(work);
  };
  for (const name of ["pointerdown", "keydown"]) {
    document.addEventListener(name, begin, { signal: used.signal, passive: true });
  }
}
