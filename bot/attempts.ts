/** Counts tries in a moving window, per key and over all keys together: a follow code must not be guessed. */
import { makeSteadyClock } from './steady-clock.ts';

export interface AttemptLimits {
  readonly windowMs: number;
  readonly perKey: number;
  /** More failures than this in a window, over everybody, and a key with one failure of its own must wait. */
  readonly overall: number;
}

/**
 * A follow code has 40 bits. Who holds N addresses (an IPv4 address or an IPv6 /56; a /48 holds 256 of those) gets at
 * most 600 + N failures an hour. With 1,000 codes in use one hit takes 1.1 thousand million tries on average: some 200
 * years at 600 an hour, 80 with a thousand addresses, 15 months with a hundred thousand. A hit shows one filing.
 */
export const FOLLOW_CODE_LIMITS: AttemptLimits = { windowMs: 60 * 60 * 1000, perKey: 10, overall: 600 };

export interface Tries {
  /** True when one more try is allowed for all of these keys (a conversation, an address); it counts as failed at once. */
  readonly mayTry: (keys: readonly string[]) => boolean;
  /** The try that these keys were allowed last did not fail after all. */
  readonly worked: (keys: readonly string[]) => void;
}

/** A try counts before its outcome is known, or a thousand at the same moment would all be the first one. */
export function makeAttempts(limits: AttemptLimits, now: () => Date): Tries {
  const clock = makeSteadyClock(now);
  // In the order of their last try, so what is old stands in front.
  const failures = new Map<string, readonly number[]>();
  let all: readonly number[] = [];
  const recent = (times: readonly number[]) => times.filter((time) => clock() - time < limits.windowMs);
  const keep = (key: string, times: readonly number[]) => {
    failures.delete(key);
    if (times.length > 0) failures.set(key, times);
  };
  const forgetOld = () => {
    for (const [key, times] of failures) {
      if (recent(times).length > 0) return;
      failures.delete(key);
    }
  };
  return {
    mayTry(keys) {
      all = recent(all);
      forgetOld();
      const counts = keys.map((key) => ({ key, times: recent(failures.get(key) ?? []) }));
      const perKey = all.length >= limits.overall ? 1 : limits.perKey;
      if (counts.some(({ times }) => times.length >= perKey)) return false;
      const at = clock();
      all = [...all, at].slice(-limits.overall);
      for (const { key, times } of counts) keep(key, [...times, at]);
      return true;
    },
    worked(keys) {
      all = all.slice(0, -1);
      for (const key of keys) keep(key, (failures.get(key) ?? []).slice(0, -1));
    },
  };
}
