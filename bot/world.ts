/** The real clock, the real chance and real timers. Everything else gets them handed over. */
import { createHash, randomBytes, randomFillSync } from 'node:crypto';
import { makeFollowCode } from '../cases/index.ts';
import type { World } from './core.ts';
import type { Timers } from './timers.ts';

const ID_BYTES = 16;

export const realWorld: World = {
  now: () => new Date(),
  newId: makeIds(),
  newFollowCode: () => makeFollowCode(randomBytes(5)),
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
};

export const realTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  every(ms, run) {
    const timer = setInterval(run, ms).unref();
    return () => {
      clearInterval(timer);
    };
  },
};

/** Lets what waits have its turn in the middle of something long. */
export const letOthersGo = (): Promise<void> =>
  new Promise((resolve) => {
    realTimers.after(0, resolve);
  });

/** 128 random bits each, base64url. Asking the system for many at once takes a tenth of the time; none is used twice. */
function makeIds(): () => string {
  const pool = Buffer.alloc(128 * ID_BYTES);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const id = pool.toString('base64url', used, used + ID_BYTES);
    // What was handed out must not be found in memory next to what comes after it.
    pool.fill(0, used, used + ID_BYTES);
    used += ID_BYTES;
    return id;
  };
}
