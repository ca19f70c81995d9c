export interface CommonRun {
  readonly text: string;
  /** Offset in code points of the run's first character in the examined text. */
  readonly offset: number;
}

/** Finds what a text has in common with one fixed source. */
export interface RunFinder {
  longest(examined: string): CommonRun;
  /** Every run of at least `minimum` characters that no longer run at the same end contains, in order. */
  atLeast(minimum: number, examined: string): readonly CommonRun[];
}

/** Characters are code points. Time grows with the two lengths added, not multiplied. */
export function createRunFinder(source: string): RunFinder {
  const automaton = new SuffixAutomaton();
  for (const character of source) automaton.append(character);

  const endsOf = (examined: string) => {
    const characters = Array.from(examined);
    const lengths = automaton.matchLengths(characters);
    return lengths
      .map((length, index) => ({ length, end: index + 1, isLast: lengths[index + 1] !== length + 1 }))
      .filter(({ isLast }) => isLast)
      .map(({ length, end }) => ({
        text: characters.slice(end - length, end).join(""),
        offset: end - length,
        length,
      }));
  };
  return {
    longest(examined) {
      const [longest] = endsOf(examined).sort((left, right) => right.length - left.length);
      return { text: longest?.text ?? "", offset: longest?.offset ?? 0 };
    },
    atLeast(minimum, examined) {
      const runs = endsOf(examined).filter(({ length }) => length >= minimum);
      return runs.map(({ text, offset }) => ({ text, offset }));
    },
  };
}

interface State {
  length: number;
  link: State | null;
  next: Map<string, State>;
}

/** The smallest automaton of all substrings (Blumer et al. 1985), built one character at a time. */
class SuffixAutomaton {
  readonly #root: State = { length: 0, link: null, next: new Map() };
  #last = this.#root;

  append(character: string): void {
    const added: State = { length: this.#last.length + 1, link: this.#root, next: new Map() };
    let state: State | null = this.#last;
    while (state !== null && !state.next.has(character)) {
      state.next.set(character, added);
      state = state.link;
    }
    if (state !== null) added.link = this.#splitAfter(state, character);
    this.#last = added;
  }

  /** For each position, the length of the longest substring of the source that ends there. */
  matchLengths(characters: readonly string[]): readonly number[] {
    let state = this.#root;
    let length = 0;
    return characters.map((character) => {
      while (!state.next.has(character) && state.link !== null) {
        state = state.link;
        length = state.length;
      }
      const following = state.next.get(character);
      if (following === undefined) return 0;
      state = following;
      length += 1;
      return length;
    });
  }

  /** The state for `state` followed by the character alone, split off where it also stands for longer contexts. */
  #splitAfter(state: State, character: string): State | null {
    const following = state.next.get(character) ?? null;
    if (following === null || following.length === state.length + 1) return following;
    const split: State = { length: state.length + 1, link: following.link, next: new Map(following.next) };
    following.link = split;
    let earlier: State | null = state;
    while (earlier !== null && earlier.next.get(character) === following) {
      earlier.next.set(character, split);
      earlier = earlier.link;
    }
    return split;
  }
}
