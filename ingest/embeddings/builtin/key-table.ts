/** Finds a key's position in the list it was made from. */
export interface KeyTable {
  /** The position of a 32-bit key, -1 where it is not in the list. */
  find(key: number): number;
}

/** An open-addressed table over distinct, well mixed 32-bit keys; at most half full. */
export function createKeyTable(keys: Uint32Array): KeyTable {
  const mask = 2 ** Math.ceil(Math.log2(2 * keys.length + 2)) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  for (let position = 0; position < keys.length; position++) {
    let slot = (keys[position] ?? 0) & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = position;
  }
  return {
    find: (key) => {
      for (let slot = key & mask; ; slot = (slot + 1) & mask) {
        const position = slots[slot] ?? -1;
        if (position === -1 || keys[position] === key) return position;
      }
    },
  };
}
