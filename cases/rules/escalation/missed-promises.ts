/** Promises with a day of their own that passed: each is told once and gets a new day. */
import type { Day } from '../../model.ts';
import { isStillToCall } from './calls.ts';
import { everybody, missed, type Pass, step, type Today } from './passing.ts';

interface Promised {
  readonly id: string;
  readonly nextDue: Day;
  readonly missed: readonly Day[];
}

/** What passed its day, with the day added to those that were missed. */
const late = <T extends Promised>(all: readonly T[], isDone: (one: T) => boolean, { today, again }: Today) => {
  const passed = all.filter((one) => !isDone(one) && one.nextDue < today);
  const next = all.map((one) =>
    passed.includes(one) ? { ...one, missed: [...one.missed, one.nextDue], nextDue: again } : one,
  );
  return { passed, next };
};

/** An order that is not carried out is seen one level up at once. */
export const ordersMissed: Pass = (passing, now) => {
  const { passed, next } = late(passing.escalation.orders, ({ done }) => done !== null, now);
  return passed.reduce(
    (one, { id, nextDue }) =>
      missed(one, { orders: next }, step('order-missed', everybody, { about: id, day: nextDue }), 2),
    passing,
  );
};

export const callsMissed: Pass = (passing, now) => {
  const { escalation } = passing;
  const { passed, next } = late(escalation.callBacks, (call) => !isStillToCall(escalation, call), now);
  return passed.reduce(
    (one, { id }) =>
      missed(one, { callBacks: next }, step('call-back-missed', everybody, { about: id, day: now.again }), 1),
    passing,
  );
};

export const complaintsLate: Pass = (passing, now) => {
  const { passed, next } = late(passing.escalation.complaints, ({ answered }) => answered !== null, now);
  return passed.reduce(
    (one, { id }) =>
      missed(one, { complaints: next }, step('complaint-late', everybody, { about: id, day: now.again }), 2),
    passing,
  );
};

export const planDue: Pass = (passing, { familyCase, context, today, again }) => {
  const { escalation } = passing;
  if (escalation.planBy === null) return passing;
  const agreed = familyCase.plans.some(
    ({ planKind, agreedOn, endedOn }) =>
      context.settings.countingPlanKinds.includes(planKind) && agreedOn !== null && endedOn === null,
  );
  if (agreed) {
    const steps = [...passing.steps, step('plan-agreed', ['filer'])];
    return { ...passing, escalation: { ...escalation, planBy: null }, steps };
  }
  return escalation.planBy < today
    ? missed(passing, { planBy: again }, step('plan-missed', everybody, { day: escalation.planBy }), 2)
    : passing;
};

export const lessonDue: Pass = (passing, { today, again }) => {
  const { closing, lessonBy, state } = passing.escalation;
  if (state.kind !== 'decided' || closing !== null || lessonBy === null || lessonBy >= today) return passing;
  return missed(passing, { lessonBy: again }, step('lesson-late', ['before', 'owner'], { day: lessonBy }), 1);
};
