/** Everything of an escalation that still has a day, with who owns it: there is no day without an owner. */
import type { Day, Escalation } from '../../model.ts';
import { isStillToCall } from './calls.ts';
import { startDayOf } from './start.ts';

export type DueKind =
  | 'answer'
  | 'more'
  | 'order'
  | 'call-back'
  | 'helped'
  | 'look-again'
  | 'plan'
  | 'decision'
  | 'lesson'
  | 'complaint';

export interface DueItem {
  readonly kind: DueKind;
  /** Of the order, question, call or complaint; else of the escalation. */
  readonly id: string;
  readonly due: Day;
  readonly owner: string;
}

export const isOpen = ({ state }: Pick<Escalation, 'state'>): boolean =>
  state.kind === 'filed' || state.kind === 'taken';

const ofWhole = (escalation: Escalation): readonly DueItem[] => {
  const { id, owner, helped, lookAgainOn, planBy, lessonBy, closing, state } = escalation;
  const item = (kind: DueKind, due: Day | null): readonly DueItem[] => (due === null ? [] : [{ kind, id, due, owner }]);
  return [
    ...item('answer', isOpen(escalation) ? escalation.due : null),
    ...item('helped', helped?.askedAt === null ? helped.askOn : null),
    ...item('look-again', lookAgainOn),
    ...item('plan', planBy),
    ...item('decision', startDayOf(escalation)),
    ...item('lesson', state.kind === 'decided' && closing === null ? lessonBy : null),
  ];
};

/** Sorted by day, the first in front. */
export const dueItems = (escalation: Escalation): readonly DueItem[] => {
  const { owner, questions, orders, callBacks, complaints } = escalation;
  const parts: readonly DueItem[] = [
    ...ofWhole(escalation),
    ...(isOpen(escalation)
      ? questions
          .filter(({ answer, missedOn }) => answer === null && missedOn === null)
          .map(({ id, due }) => ({ kind: 'more' as const, id, due, owner }))
      : []),
    ...orders
      .filter(({ done }) => done === null)
      .map((one) => ({ kind: 'order' as const, id: one.id, due: one.nextDue, owner: one.owner })),
    ...callBacks
      .filter((one) => isStillToCall(escalation, one))
      .map((one) => ({ kind: 'call-back' as const, id: one.id, due: one.nextDue, owner: one.owner })),
    ...complaints
      .filter(({ answered }) => answered === null)
      .map((one) => ({ kind: 'complaint' as const, id: one.id, due: one.nextDue, owner: one.owner })),
  ];
  return [...parts].sort((one, other) => one.due.localeCompare(other.due));
};

/** Open, or decided with something still due: it stays in somebody's sight. */
export const isRunning = (escalation: Escalation): boolean => isOpen(escalation) || dueItems(escalation).length > 0;

/** Everything that is still due of an escalation goes with it to its new owner. */
export const withOwner = (escalation: Escalation, owner: string): Escalation => ({
  ...escalation,
  owner,
  orders: escalation.orders.map((one) => (one.done === null ? { ...one, owner } : one)),
  callBacks: escalation.callBacks.map((one) => (one.done === null ? { ...one, owner } : one)),
  complaints: escalation.complaints.map((one) => (one.answered === null ? { ...one, owner } : one)),
});
