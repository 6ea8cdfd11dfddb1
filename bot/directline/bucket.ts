/** A limit on how often: so many at once, and as many again spread over each minute. */
export interface Bucket {
  level: number;
  filledAt: number;
}

export function fullBucket(perMinute: number, now: Date): Bucket {
  return { level: perMinute, filledAt: now.getTime() };
}

/** Takes one and gives 0, or gives the milliseconds until there is one. */
export function takeOne(bucket: Bucket, perMinute: number, now: Date): number {
  // A clock that was set back gives nothing and takes nothing.
  const passed = Math.max(0, now.getTime() - bucket.filledAt);
  bucket.level = Math.min(perMinute, bucket.level + (passed * perMinute) / 60_000);
  bucket.filledAt = now.getTime();
  if (bucket.level < 1) return Math.ceil(((1 - bucket.level) * 60_000) / perMinute);
  bucket.level -= 1;
  return 0;
}

export interface KeyedBuckets {
  take(key: string, now: Date): number;
  /** Forgets the keys whose bucket is full again. */
  sweep(now: Date): void;
  size(): number;
}

export function makeKeyedBuckets(perMinute: number): KeyedBuckets {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, now) {
      const bucket = buckets.get(key) ?? fullBucket(perMinute, now);
      buckets.set(key, bucket);
      return takeOne(bucket, perMinute, now);
    },
    sweep(now) {
      for (const [key, bucket] of buckets) if (now.getTime() - bucket.filledAt >= 60_000) buckets.delete(key);
    },
    size: () => buckets.size,
  };
}
