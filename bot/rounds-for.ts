/** The rounds of the running server, in their order. */
import type { Cases } from '../cases/index.ts';
import type { AuditHead } from '../register/index.ts';
import { auditHeads } from './audit-heads.ts';
import type { Daily } from './daily.ts';
import type { Log } from './log.ts';
import { dueDates, makeRounds, type Rounds, ROUNDS_EVERY_MS } from './rounds.ts';
import { letOthersGo, realTimers } from './world.ts';

interface RoundsForDeps {
  readonly cases: Cases;
  readonly daily: Daily;
  readonly log: Log;
  /** Of the machine, not of a demo: this is about the disk. */
  now(): Date;
  auditHead(): AuditHead | null;
}

export const roundsFor = ({ cases, daily, log, ...deps }: RoundsForDeps): Rounds =>
  makeRounds({
    rounds: [
      dueDates(cases),
      ...daily.rounds,
      auditHeads({ log, head: () => deps.auditHead(), now: () => deps.now() }),
    ],
    log,
    timers: realTimers,
    everyMs: ROUNDS_EVERY_MS,
    pause: letOthersGo,
  });
