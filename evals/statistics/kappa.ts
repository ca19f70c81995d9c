interface Rated {
  readonly left: boolean;
  readonly right: boolean;
}

/**
 * How far two raters agree beyond what chance alone would make of how often each says yes (Cohen 1960): 1 for all,
 * 0 for chance. Null without ratings, and where both always say the same one thing, which leaves nothing to chance.
 */
export function kappa(rated: readonly Rated[]): number | null {
  const share = (holds: (one: Rated) => boolean) => rated.filter(holds).length / rated.length;
  const [yesLeft, yesRight] = [share(({ left }) => left), share(({ right }) => right)];
  const byChance = yesLeft * yesRight + (1 - yesLeft) * (1 - yesRight);
  if (rated.length === 0 || byChance === 1) return null;
  return (share(({ left, right }) => left === right) - byChance) / (1 - byChance);
}
