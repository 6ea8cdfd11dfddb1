/** What goes round by itself: the outbox, and the look at the days that are due. */
import type { DeliveryOutcome } from '../../../../../cases/index.ts';
import { passDueDates } from '../../../../../cases/rules/escalation/clock.ts';
import { dueItems } from '../../../../../cases/rules/escalation/due.ts';
import { filersIn } from '../../../../../cases/rules/escalation/filings.ts';
import { handOverOrphans } from '../../../../../cases/rules/hand-over.ts';
import { settle, startAttempt } from '../../../../../cases/rules/notice.ts';
import { isWerkdag, localDay } from '../../../../../cases/rules/werkdagen.ts';
import { someSettings } from '../../../../support/case-world.ts';
import { must, phaseOf, type World } from './world.ts';

/** One row of the outbox, with a process that may die between the write and the settling. */
export const send = (world: World, kind: DeliveryOutcome['kind'] | 'crash') => {
  const at = world.now.toISOString();
  const due = world.disk.notices.flatMap(({ id, state }) => {
    const attempt = state.kind === 'pending' ? state.dueAt : state.kind === 'ambiguous' ? state.proofUntil : null;
    return attempt === null || attempt > at ? [] : [{ id, attempt }];
  })[0];
  if (due === undefined) return;
  const context = { ...world.context(), attempt: due.attempt };
  const started = startAttempt(world.disk, due.id, context);
  if (started.familyCase !== world.disk) world.write(started.familyCase);
  if (started.kind !== 'send') return;
  const { cardRef } = world.disk.notices.find(({ id }) => id === due.id) ?? {};
  if (typeof cardRef === 'string' && (kind === 'delivered' || kind === 'crash' || kind === 'ambiguous'))
    world.arrived.push(cardRef);
  if (kind === 'crash') return;
  const outcomes = {
    delivered: { kind: 'delivered', activityId: null },
    'not-delivered': { kind: 'not-delivered', retryAfterMs: null, because: '503' },
    ambiguous: { kind: 'ambiguous', because: '500' },
    'no-address': { kind: 'no-address' },
    unreachable: { kind: 'unreachable', because: '403' },
  } as const;
  const settled = settle(world.disk, due.id, outcomes[kind], context);
  if (settled !== world.disk) world.write(settled);
};

export const look = (world: World) => {
  for (const pass of [handOverOrphans, passDueDates]) {
    const before = world.escalation;
    const next = pass(world.disk, world.context());
    if (next !== world.disk) world.write(next);
    // A no that named a day is opened again on that day.
    if (phaseOf(before) !== 'open' && phaseOf(world.escalation) === 'open') {
      must(before.lookAgainOn !== null, 'only a day that was named opens it again');
      world.model.rounds += 1;
      world.model.phase = 'open';
    }
    must(pass(world.disk, world.context()) === world.disk, 'a second look changes nothing');
  }
  const today = localDay(world.now);
  for (const escalation of world.disk.escalations) {
    const filers = filersIn(escalation);
    const ids: readonly string[] = world.officers().flatMap(({ id }) => (filers.includes(id) ? [] : [id]));
    for (const { due, kind, owner } of dueItems(escalation)) {
      must(
        // A yes stays as it was promised until it is closed; the clock asks for the lesson of it.
        due >= today || kind === 'decision' || !isWerkdag(today, someSettings.holidays),
        `after a look nothing is late: ${kind} of ${due} on ${today}`,
      );
      must(ids.length === 0 || ids.includes(owner), `the owner of ${kind} is an officer`);
    }
  }
};
