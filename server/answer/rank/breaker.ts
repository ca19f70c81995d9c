const failuresToOpen = 3;
const pauseInMs = 30_000;

/** After three failures in a row nothing is tried for half a minute; then one try decides. */
export function createBreaker(now: () => number) {
  let failures = 0;
  let closedFrom = 0;
  return {
    isOpen(): boolean {
      if (failures < failuresToOpen) return false;
      if (now() < closedFrom) return true;
      // Others wait until the one that asked now has its outcome.
      closedFrom = now() + pauseInMs;
      return false;
    },
    succeed(): void {
      failures = 0;
    },
    fail(): void {
      failures += 1;
      closedFrom = now() + pauseInMs;
    },
  };
}
