/** Everything that was promised, ordered or recommended about a family, with its day; what has no day is shown as such. */
import type { Day, Escalation, FamilyCase } from '../model.ts';
import { isCalledOff } from './escalation/calls.ts';
import { passedOfAnswer, passedOfPart, passedOfPlan } from './escalation/late.ts';
import { allPromises, droppedBy } from './promise.ts';
import { localDay } from './werkdagen.ts';
import { colleagueIn, nobody, personOr, theFamily, type Whom } from './whom.ts';

export type TrackedKind =
  | 'answer'
  | 'order'
  | 'call-back'
  | 'proposal'
  | 'plan'
  | 'decision'
  | 'lesson'
  | 'complaint'
  | 'promise'
  | 'commitment'
  | 'recommendation';

export interface Tracked {
  readonly kind: TrackedKind;
  readonly id: string;
  /** Of the escalation it belongs to, for people; `null`: it was written down about the family. */
  readonly number: string | null;
  /** In the words in which it was written down; `null`: the kind says it all. */
  readonly what: string | null;
  /** Actor id, or the name of somebody outside; `null`: nobody was named. */
  readonly owner: string | null;
  /** Who was told, and who must do it. */
  readonly toWhom: Whom;
  readonly byWhom: Whom;
  readonly madeOn: Day;
  readonly due: Day | null;
  readonly keptOn: Day | null;
  /** How often its day passed, up to when it was kept. */
  readonly missed: number;
  /** What was said last about a promise: why it has this day, what came of it, why it was dropped. */
  readonly note: string | null;
  readonly state: 'kept' | 'kept-late' | 'dropped' | 'open' | 'late' | 'undated';
}

interface Made extends Omit<Tracked, 'state' | 'note' | 'number'> {
  readonly note?: string | null;
  readonly dropped?: boolean;
}

const dayOf = (instant: string): Day => localDay(new Date(instant));

const stateOf = ({ due, keptOn, missed, dropped }: Made, today: Day): Tracked['state'] => {
  if (dropped === true) return 'dropped';
  if (keptOn !== null) return missed > 0 || (due !== null && keptOn > due) ? 'kept-late' : 'kept';
  if (due === null) return 'undated';
  return missed > 0 || due < today ? 'late' : 'open';
};

interface Told {
  readonly colleague: (id: string) => Whom;
  readonly today: Day;
}

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

/** What a yes promised, up to and with the day on which it begins, also when the escalation is closed before that day. */
const decisionOf = (escalation: Escalation, told: Told): readonly Made[] => {
  const { id, state } = escalation;
  if (state.kind !== 'decided' || state.decision.verdict !== 'granted') return [];
  const { reason, by, at, effectiveOn } = state.decision;
  if (effectiveOn < told.today) return [];
  return [
    {
      kind: 'decision',
      id,
      what: reason,
      owner: by.id,
      toWhom: askedBy(escalation, told),
      byWhom: told.colleague(by.id),
      madeOn: dayOf(at),
      due: effectiveOn,
      keptOn: null,
      missed: 0,
    },
  ];
};

const ofEscalation = (escalation: Escalation, told: Told): readonly Made[] => [
  answerOf(escalation, told),
  ...decisionOf(escalation, told),
  ...callsOf(escalation, told),
  ...askedOf(escalation, told),
  ...planOf(escalation, told),
  ...lessonsOf(escalation),
];

/** Where nobody wrote down by when, that is what is wrong with it. */
const ofFamily = (familyCase: FamilyCase): readonly Made[] =>
  allPromises(familyCase).map((one) => ({
    kind: one.kind ?? 'promise',
    id: one.id,
    what: one.what,
    owner: one.owner,
    toWhom: personOr(one.toWhom, theFamily),
    byWhom: personOr(one.owner, nobody),
    madeOn: one.madeOn,
    due: one.due,
    keptOn: one.keptOn,
    missed: one.missedOn === null ? 0 : 1,
    note: one.steps?.at(-1)?.note ?? null,
    dropped: droppedBy(one) !== undefined,
  }));

const rank = { late: 0, undated: 1, open: 2, 'kept-late': 3, kept: 4, dropped: 5 } as const;

/** Neither kept nor dropped. */
export const isToBeKept = ({ state }: Tracked): boolean => state === 'late' || state === 'undated' || state === 'open';

/** What is late stands in front, then what has no day. */
export const trackedPromises = (familyCase: FamilyCase, today: Day): readonly Tracked[] => {
  const told: Told = { colleague: (id) => colleagueIn(familyCase, id), today };
  const numbered = (all: readonly Made[], number: string | null) => all.map((made) => ({ made, number }));
  return [
    ...familyCase.escalations.flatMap((one) => numbered(ofEscalation(one, told), one.number)),
    ...numbered(ofFamily(familyCase), null),
  ]
    .map(
      ({ made: { dropped, note = null, ...one }, number }): Tracked => ({
        ...one,
        number,
        note,
        state: stateOf({ ...one, dropped }, today),
      }),
    )
    .sort(
      (one, other) =>
        rank[one.state] - rank[other.state] || (one.due ?? one.madeOn).localeCompare(other.due ?? other.madeOn),
    );
};
