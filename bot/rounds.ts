/**
 * What the clock sets off while nobody says anything: named rounds, one after the other, about once a minute. A round
 * works out from what is stored what is due now, so a restart, a missed minute or a clock that jumps loses nothing and
 * does nothing twice. Nothing of value is kept in this process.
 */
import type { Cases } from '../cases/index.ts';
import type { Log } from './log.ts';
import type { Timers } from './timers.ts';

export const ROUNDS_EVERY_MS = 60_000;
/** So many looks that were skipped because one round still ran are worth a line for operators. */
const SKIPPED_BEFORE_ALARM = 10;

/** How much changed, and for how many it could not be done now; the next run tries those again. */
export interface Ran {
  readonly changed: number;
  readonly failed: number;
  /** How many cards stay off the desk until the municipality is ready. */
  readonly held?: number;
}

export interface Round {
  /** A code for the log, e.g. `due-dates`. */
  readonly name: string;
  /**
   * Does what is due now; safe at any time, and twice. `pause` gives the turns of people their time; it rejects once
   * everything stops, which ends the round there.
   */
  run(pause: () => Promise<void>): Promise<Ran>;
}

/** Reminders, deputies, one level up: whatever has a day that came. */
export const dueDates = (cases: Pick<Cases, 'actOnDueDates'>): Round => ({
  name: 'due-dates',
  async run(pause) {
    const { changed, failed } = await cases.actOnDueDates(pause);
    return { changed, failed: failed.length };
  },
});

/** The stuck rules over every family. */
export const nightRules = (cases: Pick<Cases, 'lookAtAll'>): Round => ({
  name: 'night-rules',
  async run(pause) {
    const { changed, held, failed } = await cases.lookAtAll(pause);
    return { changed, held, failed: failed.length };
  },
});

export interface RoundsDeps {
  readonly rounds: readonly Round[];
  readonly log: Log;
  readonly timers: Pick<Timers, 'every'>;
  readonly everyMs: number;
  pause(): Promise<void>;
}

export interface Rounds {
  /** Starts looking every so often. */
  start(): void;
  /** Look now, unless a look runs. */
  wake(): void;
  /** Runs every round once from the start, after whatever runs now; never rejects. */
  runNow(): Promise<void>;
  /** Starts nothing more; resolves when what is under way has come to its next pause. */
  stop(): Promise<void>;
}

class Stopped extends Error {
  override readonly name = 'RoundsStopped';
}

export function makeRounds(deps: RoundsDeps): Rounds {
  const { rounds, log, timers, everyMs } = deps;
  let stopping = false;
  let running: { readonly done: Promise<void>; round: string; skipped: number } | null = null;
  let cancel: (() => void) | null = null;

  async function pauseOrStop(): Promise<void> {
    await deps.pause();
    if (stopping) throw new Stopped();
  }

  async function runOne(round: Round): Promise<void> {
    const { name } = round;
    const started = performance.now();
    try {
      const { changed, failed, held = 0 } = await round.run(pauseOrStop);
      const fields = { kind: name, durationMs: performance.now() - started };
      if (failed > 0) log.error('round-incomplete', { ...fields, count: failed });
      if (held > 0) log.warn('filing-held', { ...fields, count: held });
      if (changed > 0) log.info('round', { ...fields, count: changed });
      else log.debug('round', { ...fields, count: 0 });
    } catch (error) {
      if (!(error instanceof Stopped)) log.error('round-failed', { kind: name, ...log.faultOf(error) });
    }
  }

  async function runAll(began: (round: string) => void): Promise<void> {
    for (const round of rounds) {
      if (stopping) return;
      began(round.name);
      await runOne(round);
    }
  }

  function begin(): Promise<void> {
    const now = { round: '', skipped: 0 };
    const done = runAll((round) => {
      now.round = round;
    }).finally(() => {
      running = null;
    });
    running = Object.assign(now, { done });
    return done;
  }

  function tick(): void {
    if (stopping) return;
    if (running === null) void begin();
    else {
      running.skipped += 1;
      if (running.skipped % SKIPPED_BEFORE_ALARM === 0) log.error('round-does-not-end', { kind: running.round });
    }
  }

  return {
    start() {
      cancel = timers.every(everyMs, tick);
    },
    wake: tick,
    async runNow() {
      while (running !== null) await running.done;
      if (!stopping) await begin();
    },
    async stop() {
      stopping = true;
      cancel?.();
      await running?.done;
    },
  };
}
