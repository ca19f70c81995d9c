import { type ComponentType, lazy, Suspense } from "react";
import { ErrorBoundary } from "./error-boundary.tsx";

/**
 * A part that is not needed for the first view: fetched when it is, or before that once the browser is idle, so that it is
 * there when the network is gone. Nothing stands in its place until then, or where it cannot be fetched.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const loadModule = async () => ({ default: await load() });
  const Part = lazy(loadModule) as unknown as ComponentType<Props>;
  whenIdle(() => void load().catch(() => undefined));
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

/** Safari does not say when it is idle. */
const restInMs = 2000;

function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(work);
  else setTimeout(work, restInMs);
}
