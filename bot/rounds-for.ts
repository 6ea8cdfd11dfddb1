/** The rounds of the running server, in their order. */
import type { Cases } from '../cases/index.ts';
import type { Daily } from './daily.ts';
import type { Log } from './log.ts';
import { dueDates, makeRounds, type Rounds, ROUNDS_EVERY_MS } from './rounds.ts';
import { letOthersGo, realTimers } from './world.ts';

interface RoundsForDeps {
  readonly cases: Cases;
  readonly daily: Daily;
  readonly log: Log;
}

export const roundsFor = ({ cases, daily, log }: RoundsForDeps): Rounds =>
  makeRounds({
    rounds: [dueDates(cases), ...daily.rounds],
    log,
    timers: realTimers,
    everyMs: ROUNDS_EVERY_MS,
    pause: letOthersGo,
  });
