/** The real clock, the real chance and real timers. Everything else gets them handed over. */
import { createHash, randomBytes } from 'node:crypto';
import { makeFollowCode } from '../cases/index.ts';
import type { World } from './core.ts';
import type { Timers } from './timers.ts';

export const realWorld: World = {
  now: () => new Date(),
  newId: () => randomBytes(16).toString('base64url'),
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
