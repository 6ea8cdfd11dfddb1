/**
 * Promised days that passed: the one count behind the desk, its overview and the list of promises. What was missed and got a
 * new day is late all the same; an escalation that was opened again begins with a new promise.
 */
import type { Day, Escalation, StepKind } from '../../model.ts';
import { isStillToCall } from './calls.ts';
import { dueItems, isOpen } from './due.ts';

/** Days of the steps of this kind, after the last step of `from`. */
const daysSince = ({ steps }: Escalation, kind: StepKind, from: StepKind): readonly Day[] => {
  const start = steps.findLastIndex((step) => step.kind === from);
  return steps.slice(start + 1).flatMap((step) => (step.kind === kind && step.day !== null ? [step.day] : []));
};

/** `standing`: the day that holds now. `until`: the day on which it was kept, else today. */
const passed = (named: readonly Day[], standing: Day, until: Day): readonly Day[] => [
  ...named.filter((day) => day < standing),
  ...(standing < until ? [standing] : []),
];

interface Promised {
  readonly nextDue: Day;
  readonly missed: readonly Day[];
}

/** Of an order, a call or a complaint; oldest first. `until`: the day on which it was kept, else today. */
export const passedOfPart = ({ missed, nextDue }: Promised, until: Day): readonly Day[] =>
  passed(missed, nextDue, until);

/** Of the answer, since it was filed or opened again; oldest first. `until`: the day on which it ended, else today. */
export const passedOfAnswer = (escalation: Escalation, until: Day): readonly Day[] =>
  passed([escalation.promisedBy, ...daysSince(escalation, 'raised', 'reopened')], escalation.due, until);

/** Of the plan, since the regisseur was assigned; oldest first. */
export const passedOfPlan = (escalation: Escalation, today: Day): readonly Day[] =>
  escalation.planBy === null
    ? []
    : passed(daysSince(escalation, 'plan-missed', 'regisseur-assigned'), escalation.planBy, today);

/** What went on in another escalation needs no lesson any more. */
const passedOfLesson = (escalation: Escalation, today: Day): readonly Day[] => {
  const { state, closing, lessonBy } = escalation;
  if (state.kind !== 'decided' || closing !== null || lessonBy === null) return [];
  return passed(daysSince(escalation, 'lesson-late', 'decided'), lessonBy, today);
};

/** The promised days that passed while what was promised is not done yet, oldest first. */
export const missedDays = (escalation: Escalation, today: Day): readonly Day[] => {
  const { orders, callBacks, complaints } = escalation;
  const undone = [
    ...orders.filter(({ done }) => done === null),
    ...callBacks.filter((one) => isStillToCall(escalation, one)),
    ...complaints.filter(({ answered }) => answered === null),
  ];
  const all = [
    ...undone.flatMap((one) => passedOfPart(one, today)),
    ...(isOpen(escalation) ? passedOfAnswer(escalation, today) : []),
    ...passedOfLesson(escalation, today),
    ...passedOfPlan(escalation, today),
    ...dueItems(escalation).flatMap(({ due }) => (due < today ? [due] : [])),
  ];
  return [...new Set(all)].sort();
};
