/**
 * Carries the due notices of the cases to people (docs/decisions/outbox.md). The row is written with the change it tells
 * about; here it is only sent, outside any write, and settled. Nothing of value is kept in this process.
 */
import type { Cases, DueNotice } from '../cases/index.ts';
import type { Address } from './arrival.ts';
import { makeLanes } from './lanes.ts';
import type { Log, LogFields } from './log.ts';
import { addressFor, type Attempted, type DeliveryDeps, deliverOnce, lacksAddress } from './outbox/one-delivery.ts';
import { makeSendPace } from './outbox/send-pace.ts';
import { makeSlots } from './outbox/slots.ts';
import type { ToDeliver } from './outbox/to-deliver.ts';
import { makeSteadyClock } from './steady-clock.ts';

/** Rows looked at in one round; what is under way comes on top, so that it can't hide the rest. */
const ROUND = 200;
const SENDS_AT_ONCE = 8;
const DRAIN_MS = 5000;
const ORPHANS_EVERY_MS = 60_000;
/** What lasts until somebody acts is told once an hour. */
const LASTING_ALARMS = { everyMs: 60 * 60 * 1000, codes: ['no-address', 'nobody-on-duty'] } as const;

export interface OutboxDeps extends DeliveryDeps {
  readonly cases: Pick<Cases, 'dueNotices' | 'settle' | 'requeue' | 'handOverOrphans'> & {
    noticeToDeliver(due: DueNotice): Promise<ToDeliver | undefined>;
  };
  readonly log: Log;
  readonly timers: {
    /** Runs once after so many milliseconds; gives back how to cancel it. */
    after(ms: number, run: () => void): () => void;
  };
  /** How often to look for due rows when nobody calls `wake`. */
  readonly pollMs: number;
  now(): Date;
  /** From 0 up to 1: spreads retries that the other side asked for at the same moment. */
  random(): number;
}

export interface Outbox {
  /** Starts looking; the first look is at once. */
  start(): void;
  /** Something became due: look now. */
  wake(): void;
  /** Resolves when nothing is under way; for tests and for a drain. */
  idle(): Promise<void>;
  /** Starts nothing more, lets sends that are under way end, and waits at most five seconds for them. */
  stop(): Promise<void>;
}

export function makeOutbox(deps: OutboxDeps): Outbox {
  const underWay = new Map<string, Promise<void>>();
  const lanes = makeLanes();
  const clock = makeSteadyClock(() => deps.now());
  const pace = makeSendPace(() => deps.now());
  const slots = makeSlots(SENDS_AT_ONCE);
  const naps = new Set<() => void>();
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let moreWaits = false;
  let stopping = false;
  const alarmedAt = new Map<string, number>();
  let orphansSoughtAt = Number.NEGATIVE_INFINITY;
  let cancelPoll: (() => void) | null = null;

  function nap(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        naps.delete(end);
        cancel();
        resolve();
      };
      const cancel = deps.timers.after(ms, end);
      naps.add(end);
    });
  }

  function wake(): void {
    if (stopping) return;
    lookAgain = true;
    looking ??= rounds().finally(() => {
      looking = null;
    });
  }

  async function rounds(): Promise<void> {
    while (lookAgain && !stopping) {
      lookAgain = false;
      await handOverOrphans();
      try {
        const limit = ROUND + underWay.size;
        const due = await deps.cases.dueNotices(limit);
        moreWaits = due.length >= limit;
        for (const row of due) begin(row);
      } catch (error) {
        deps.log.error('outbox-look-failed', deps.log.faultOf(error));
      }
    }
  }

  async function handOverOrphans(): Promise<void> {
    const at = clock();
    if (at - orphansSoughtAt < ORPHANS_EVERY_MS) return;
    orphansSoughtAt = at;
    try {
      const { left } = await deps.cases.handOverOrphans();
      if (left > 0) alarm('nobody-on-duty', { count: left });
    } catch (error) {
      deps.log.error('outbox-hand-over-failed', deps.log.faultOf(error));
    }
  }

  function alarm(code: string, fields: LogFields): void {
    const at = clock();
    const lasts = LASTING_ALARMS.codes.some((one) => one === code);
    if (lasts && at - (alarmedAt.get(code) ?? Number.NEGATIVE_INFINITY) < LASTING_ALARMS.everyMs) return;
    alarmedAt.set(code, at);
    deps.log.error('outbox-alarm', { ...fields, code });
  }

  function begin(row: DueNotice): void {
    if (stopping || underWay.has(row.noticeId)) return;
    const done = carry(row)
      .catch((error: unknown) => {
        // The row stays as it was written last: due again, or ambiguous until its proof time is over.
        deps.log.error('outbox-row-failed', { noticeId: row.noticeId, ...deps.log.faultOf(error) });
      })
      .finally(() => underWay.delete(row.noticeId));
    underWay.set(row.noticeId, done);
  }

  async function carry(row: DueNotice): Promise<void> {
    // From here the attempt has begun in the case itself: a crash before `settle` leaves a card ambiguous.
    const notice = await deps.cases.noticeToDeliver(row);
    if (!notice) return;
    const address = await addressFor(notice, deps.addressBook);
    const lane = address?.conversationId ?? `nobody:${row.noticeId}`;
    const attempted = await lanes.run(lane, () => inTurn(notice, address));
    if (!attempted) return;
    const outcome = withJitter(attempted.outcome, deps.random());
    if (attempted.alarm) alarm(attempted.alarm, { noticeId: row.noticeId });
    deps.log.info('outbox-attempt', { noticeId: row.noticeId, kind: outcome.kind });
    await deps.cases.settle(row, outcome);
    const { to } = notice.notice;
    const knownSince = lacksAddress(outcome) && (await addressFor(notice, deps.addressBook)) !== undefined;
    if (knownSince && to.kind === 'actor') await deps.cases.requeue(to.id);
    // Somebody who can't be reached may have handed a row to the next person.
    if (outcome.kind === 'unreachable' || outcome.kind === 'no-address' || (moreWaits && underWay.size < ROUND / 2))
      wake();
  }

  async function inTurn(notice: ToDeliver, address: Address | undefined): Promise<Attempted | null> {
    if (address?.kind === 'teams') await ourPlace(address.conversationId);
    return await slots.run(async () => (stopping ? null : await attempt(notice, address)));
  }

  async function attempt(notice: ToDeliver, address: Address | undefined): Promise<Attempted> {
    try {
      return await deliverOnce(deps, notice, address);
    } catch (error) {
      deps.log.error('outbox-attempt-failed', { noticeId: notice.notice.id, ...deps.log.faultOf(error) });
      // Nobody knows how far it got.
      return { outcome: { kind: 'ambiguous', because: 'fault' }, alarm: 'fault' };
    }
  }

  async function ourPlace(conversationId: string): Promise<void> {
    for (let wait = pace.take(conversationId); wait > 0 && !stopping; wait = pace.take(conversationId)) await nap(wait);
  }

  function poll(): void {
    wake();
    cancelPoll = deps.timers.after(deps.pollMs, poll);
  }

  async function idle(): Promise<void> {
    while (looking || underWay.size > 0) await Promise.all([looking, ...underWay.values()]);
  }

  return {
    start: poll,
    wake,
    idle,
    async stop() {
      stopping = true;
      cancelPoll?.();
      for (const end of [...naps]) end();
      await new Promise<void>((resolve) => {
        const cancel = deps.timers.after(DRAIN_MS, resolve);
        void idle().then(() => {
          cancel();
          resolve();
        });
      });
      if (underWay.size > 0) deps.log.warn('outbox-not-drained', { count: underWay.size });
    },
  };
}

/** Never earlier than asked, and up to a tenth (at most ten seconds) later. */
function withJitter(outcome: Attempted['outcome'], random: number): Attempted['outcome'] {
  if (outcome.kind !== 'not-delivered' || outcome.retryAfterMs === null) return outcome;
  const spread = Math.min(10_000, Math.max(250, outcome.retryAfterMs * 0.1));
  return { ...outcome, retryAfterMs: outcome.retryAfterMs + Math.round(random * spread) };
}
