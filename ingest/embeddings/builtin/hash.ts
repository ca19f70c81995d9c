/** A feature's key: FNV-1a over UTF-16 units, then mixed to 32 bits. */
export function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let offset = 0; offset < name.length; offset++) {
    hash = Math.imul(hash ^ name.charCodeAt(offset), 0x01000193);
  }
  return mix(hash);
}

/** The key of a feature of these UTF-16 units. */
export function hashUnits(first: number, second?: number): number {
  const hash = Math.imul(0x811c9dc5 ^ first, 0x01000193);
  return mix(second === undefined ? hash : Math.imul(hash ^ second, 0x01000193));
}

/** The finaliser of MurmurHash3: every input bit reaches every output bit. */
export function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
