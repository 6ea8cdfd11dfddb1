/** Counts tries in a moving window, per key and over all keys together: a follow code must not be guessed. */
export interface AttemptLimits {
  readonly windowMs: number;
  readonly perKey: number;
  readonly overall: number;
}

/** A follow code has 40 bits. At 600 tries an hour over everybody, one hit in 1,000 codes takes some 200 years on average. */
export const FOLLOW_CODE_LIMITS: AttemptLimits = { windowMs: 60 * 60 * 1000, perKey: 10, overall: 600 };

/** True when one more try is allowed for all of these keys (a conversation, an address); it then counts for each of them. */
export type MayTry = (keys: readonly string[]) => boolean;

export function makeAttempts(limits: AttemptLimits, now: () => Date): MayTry {
  const tries = new Map<string, number[]>();
  let all: number[] = [];
  return (keys) => {
    const at = now().getTime();
    const recent = (times: readonly number[]) => times.filter((time) => at - time < limits.windowMs);
    all = recent(all);
    const counts = keys.map((key) => ({ key, times: recent(tries.get(key) ?? []) }));
    if (all.length >= limits.overall || counts.some(({ times }) => times.length >= limits.perKey)) return false;
    all.push(at);
    for (const { key, times } of counts) tries.set(key, [...times, at]);
    forgetOld(tries, (times) => recent(times).length === 0);
    return true;
  };
}

/** Entries stand in order of their last try only roughly; a full sweep is cheap because `overall` bounds the size. */
function forgetOld(tries: Map<string, number[]>, isOld: (times: readonly number[]) => boolean): void {
  for (const [key, times] of tries) if (isOld(times)) tries.delete(key);
}
