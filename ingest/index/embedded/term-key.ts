/**
 * A 53-bit key for an index term, so that an index holds numbers and no strings. Two of a million terms share
 * a key with a chance of about one in 20,000. Two rounds of 32-bit multiply-xor mixing (after MurmurHash3, A. Appleby).
 */
export function termKey(term: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < term.length; index++) {
    const unit = term.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    low = Math.imul(low ^ unit, 0xc2b2ae35);
  }
  high = mix(high) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = mix(low) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (low >>> 0) + (high & 0x1fffff) * 0x1_0000_0000;
}

function mix(value: number): number {
  return Math.imul(value ^ (value >>> 16), 0x85ebca6b);
}
