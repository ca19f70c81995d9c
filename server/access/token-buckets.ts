const inAMinute = 60_000;
/** Buckets are looked through for full ones when there are more; a full one is as good as none. */
const mostBuckets = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** So many requests a minute for each key, and as many at once; a token comes back every minute's share. */
export class TokenBuckets {
  readonly #aMinute: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(aMinute: number, now: () => number = () => performance.now()) {
    this.#aMinute = aMinute;
    this.#now = now;
  }

  /** Takes a token; the milliseconds until there is one, 0 where there was. */
  take(key: string): number {
    const bucket = this.#buckets.get(key) ?? this.#add(key);
    this.#fill(bucket);
    if (bucket.tokens < 1) return ((1 - bucket.tokens) * inAMinute) / this.#aMinute;
    bucket.tokens -= 1;
    return 0;
  }

  #add(key: string): Bucket {
    if (this.#buckets.size >= mostBuckets) this.#sweep();
    const bucket = { tokens: this.#aMinute, at: this.#now() };
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #fill(bucket: Bucket): void {
    const now = this.#now();
    bucket.tokens = Math.min(this.#aMinute, bucket.tokens + ((now - bucket.at) * this.#aMinute) / inAMinute);
    bucket.at = now;
  }

  /** Where most are in use, a tenth of them goes as well, those first that came first. */
  #sweep(): void {
    for (const [key, bucket] of this.#buckets) {
      this.#fill(bucket);
      if (bucket.tokens === this.#aMinute) this.#buckets.delete(key);
    }
    for (const key of this.#buckets.keys()) {
      if (this.#buckets.size <= mostBuckets * 0.9) return;
      this.#buckets.delete(key);
    }
  }
}
