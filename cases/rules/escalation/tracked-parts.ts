/** What was promised, ordered or asked for in one escalation: its own day, and those of all its parts. */
import type { Day, Escalation } from '../../model.ts';
import type { Made } from '../tracked.ts';
import { localDay } from '../werkdagen.ts';
import { nobody, personOr, theFamily, type Whom } from '../whom.ts';
import { isCalledOff } from './calls.ts';
import { passedOfAnswer, passedOfPart, passedOfPlan } from './late.ts';
import { startDayOf } from './start.ts';

export interface Told {
  readonly colleague: (id: string) => Whom;
  readonly today: Day;
}

const dayOf = (instant: string): Day => localDay(new Date(instant));

const askedBy = ({ filedBy }: Escalation, { colleague }: Told): Whom =>
  filedBy.kind === 'worker' && filedBy.id !== null ? colleague(filedBy.id) : theFamily;

const answerOf = (escalation: Escalation, told: Told): Made => {
  const { colleague, today } = told;
  const { id, owner, filedAt, promisedBy, state, earlier } = escalation;
  const ended = state.kind === 'decided' ? state.decision.at : state.kind === 'withdrawn' ? state.at : null;
  const keptOn = ended === null ? null : dayOf(ended);
  return {
    kind: 'answer',
    id,
    what: null,
    owner,
    toWhom: askedBy(escalation, told),
    byWhom: colleague(owner),
    madeOn: dayOf(earlier.at(-1)?.reopenedAt ?? filedAt),
    due: promisedBy,
    keptOn,
    missed: passedOfAnswer(escalation, keptOn ?? today).length,
  };
};

const lessonsOf = ({ id, closing, complaints }: Escalation): readonly Made[] =>
  [
    ...(closing === null ? [] : [{ id, at: closing.at, lesson: closing.lesson }]),
    ...complaints.flatMap((one) =>
      one.answered === null ? [] : [{ id: one.id, at: one.answered.at, lesson: one.answered.lesson }],
    ),
  ].map(({ id: ref, at, lesson }) => ({
    kind: 'lesson',
    id: ref,
    what: lesson.changes,
    owner: lesson.by,
    toWhom: theFamily,
    byWhom: personOr(lesson.by, nobody),
    madeOn: dayOf(at),
    due: lesson.due,
    keptOn: null,
    missed: 0,
  }));

const callsOf = (escalation: Escalation, { colleague, today }: Told): readonly Made[] =>
  escalation.callBacks.map((one): Made => {
    const dropped = isCalledOff(escalation, one);
    return {
      kind: 'call-back',
      id: one.id,
      what: null,
      owner: one.owner,
      toWhom: theFamily,
      byWhom: colleague(one.owner),
      madeOn: dayOf(one.askedAt),
      due: one.due,
      keptOn: one.done?.on ?? null,
      missed: dropped ? one.missed.length : passedOfPart(one, one.done?.on ?? today).length,
      dropped,
    };
  });

const askedOf = ({ owner, orders, proposals, complaints }: Escalation, { colleague, today }: Told): readonly Made[] => [
  ...orders.map(
    (one): Made => ({
      kind: 'order',
      id: one.id,
      what: one.what,
      owner: one.to,
      toWhom: theFamily,
      byWhom: personOr(one.to, nobody),
      madeOn: dayOf(one.at),
      due: one.due,
      keptOn: one.done?.on ?? null,
      missed: passedOfPart(one, one.done?.on ?? today).length,
    }),
  ),
  ...proposals.map(
    (one): Made => ({
      kind: 'proposal',
      id: one.id,
      what: one.words.text,
      owner,
      toWhom: theFamily,
      byWhom: colleague(owner),
      madeOn: dayOf(one.words.writtenAt),
      due: null,
      keptOn: one.answer === null ? null : dayOf(one.answer.at),
      missed: 0,
    }),
  ),
  ...complaints.map((one): Made => {
    const keptOn = one.answered === null ? null : dayOf(one.answered.at);
    return {
      kind: 'complaint',
      id: one.id,
      what: null,
      owner: one.owner,
      toWhom: theFamily,
      byWhom: colleague(one.owner),
      madeOn: dayOf(one.at),
      due: one.due,
      keptOn,
      missed: passedOfPart(one, keptOn ?? today).length,
    };
  }),
];

const planOf = (escalation: Escalation, { today }: Told): readonly Made[] => {
  const { id, planBy, steps } = escalation;
  const assigned = steps.findLast(({ kind }) => kind === 'regisseur-assigned');
  if (planBy === null || assigned === undefined) return [];
  return [
    {
      kind: 'plan',
      id,
      what: null,
      owner: assigned.reason,
      toWhom: theFamily,
      byWhom: personOr(assigned.reason, nobody),
      madeOn: dayOf(assigned.at),
      due: assigned.day,
      keptOn: null,
      missed: passedOfPlan(escalation, today).length,
    },
  ];
};

/** What a yes promised, until it is closed, which tells what came of it. */
const decisionOf = (escalation: Escalation, told: Told): readonly Made[] => {
  const { id, state } = escalation;
  const due = startDayOf(escalation);
  if (state.kind !== 'decided' || due === null) return [];
  const { reason, by, at } = state.decision;
  return [
    {
      kind: 'decision',
      id,
      what: reason,
      owner: by.id,
      toWhom: askedBy(escalation, told),
      byWhom: told.colleague(by.id),
      madeOn: dayOf(at),
      due,
      keptOn: null,
      missed: due < told.today ? 1 : 0,
    },
  ];
};

export const trackedOf = (escalation: Escalation, told: Told): readonly Made[] => [
  answerOf(escalation, told),
  ...decisionOf(escalation, told),
  ...callsOf(escalation, told),
  ...askedOf(escalation, told),
  ...planOf(escalation, told),
  ...lessonsOf(escalation),
];
