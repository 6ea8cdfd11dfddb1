/** Everything that was promised, ordered or recommended about a family, with its day; what has no day is shown as such. */
import type { Day, Escalation, FamilyCase } from '../model.ts';
import { isOpen } from './escalation/due.ts';
import { localDay } from './werkdagen.ts';

export type TrackedKind =
  | 'answer'
  | 'order'
  | 'call-back'
  | 'proposal'
  | 'plan'
  | 'lesson'
  | 'complaint'
  | 'promise'
  | 'commitment'
  | 'recommendation';

export interface Tracked {
  readonly kind: TrackedKind;
  readonly id: string;
  /** In the words in which it was written down; `null`: the kind says it all. */
  readonly what: string | null;
  /** Actor id, or the name of somebody outside; `null`: nobody was named. */
  readonly owner: string | null;
  readonly madeOn: Day;
  readonly due: Day | null;
  readonly keptOn: Day | null;
  /** How often its day passed. */
  readonly missed: number;
  readonly state: 'kept' | 'kept-late' | 'open' | 'late' | 'undated';
}

type Made = Omit<Tracked, 'state'>;

const dayOf = (instant: string): Day => localDay(new Date(instant));

const stateOf = ({ due, keptOn, missed }: Made, today: Day): Tracked['state'] => {
  if (keptOn !== null) return missed > 0 || (due !== null && keptOn > due) ? 'kept-late' : 'kept';
  if (due === null) return 'undated';
  return missed > 0 || due < today ? 'late' : 'open';
};

const answerOf = (escalation: Escalation): Made => {
  const { id, owner, filedAt, promisedBy, state, earlier } = escalation;
  const ended = state.kind === 'decided' ? state.decision.at : state.kind === 'withdrawn' ? state.at : null;
  return {
    kind: 'answer',
    id,
    what: null,
    owner,
    madeOn: dayOf(earlier.at(-1)?.reopenedAt ?? filedAt),
    due: promisedBy,
    keptOn: ended === null ? null : dayOf(ended),
    missed: isOpen(escalation) && escalation.due > promisedBy ? 1 : 0,
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
    madeOn: dayOf(at),
    due: lesson.due,
    keptOn: null,
    missed: 0,
  }));

const ofEscalation = (escalation: Escalation): readonly Made[] => {
  const { id, owner, orders, callBacks, proposals, complaints, planBy, steps } = escalation;
  const assigned = steps.findLast(({ kind }) => kind === 'regisseur-assigned');
  return [
    answerOf(escalation),
    ...orders.map(
      (one): Made => ({
        kind: 'order',
        id: one.id,
        what: one.what,
        owner: one.to,
        madeOn: dayOf(one.at),
        due: one.due,
        keptOn: one.done?.on ?? null,
        missed: one.missed.length,
      }),
    ),
    ...callBacks.map(
      (one): Made => ({
        kind: 'call-back',
        id: one.id,
        what: null,
        owner: one.owner,
        madeOn: dayOf(one.askedAt),
        due: one.due,
        keptOn: one.done?.on ?? null,
        missed: one.missed.length,
      }),
    ),
    ...proposals.map(
      (one): Made => ({
        kind: 'proposal',
        id: one.id,
        what: one.words.text,
        owner,
        madeOn: dayOf(one.words.writtenAt),
        due: null,
        keptOn: one.answer === null ? null : dayOf(one.answer.at),
        missed: 0,
      }),
    ),
    ...complaints.map(
      (one): Made => ({
        kind: 'complaint',
        id: one.id,
        what: null,
        owner: one.owner,
        madeOn: dayOf(one.at),
        due: one.due,
        keptOn: one.answered === null ? null : dayOf(one.answered.at),
        missed: one.missed.length,
      }),
    ),
    ...(planBy === null || assigned === undefined
      ? []
      : [
          {
            kind: 'plan' as const,
            id,
            what: null,
            owner: assigned.reason,
            madeOn: dayOf(assigned.at),
            due: assigned.day,
            keptOn: null,
            missed: assigned.day !== null && planBy > assigned.day ? 1 : 0,
          },
        ]),
    ...lessonsOf(escalation),
  ];
};

const ofFamily = ({ promises, facts }: FamilyCase): readonly Made[] => [
  ...promises.map(
    (one): Made => ({
      kind: 'promise',
      id: one.id,
      what: one.what,
      owner: one.owner,
      madeOn: one.madeOn,
      due: one.due,
      keptOn: one.keptOn,
      missed: one.missedOn === null ? 0 : 1,
    }),
  ),
  // Nobody wrote down by when: that is what is wrong with them.
  ...facts.flatMap(({ id, date, signals, note, by }): readonly Made[] => {
    const seen = { id, what: note, owner: by.name, madeOn: date, due: null, keptOn: null, missed: 0 };
    return [
      ...(signals.includes('recommendation') ? [{ ...seen, kind: 'recommendation' as const, owner: null }] : []),
      ...(signals.includes('commitment-without-date') ? [{ ...seen, kind: 'commitment' as const }] : []),
    ];
  }),
];

const rank = { late: 0, undated: 1, open: 2, 'kept-late': 3, kept: 4 } as const;

/** What is late stands in front, then what has no day. */
export const trackedPromises = (familyCase: FamilyCase, today: Day): readonly Tracked[] =>
  [...familyCase.escalations.flatMap(ofEscalation), ...ofFamily(familyCase)]
    .map((one): Tracked => ({ ...one, state: stateOf(one, today) }))
    .sort(
      (one, other) =>
        rank[one.state] - rank[other.state] || (one.due ?? one.madeOn).localeCompare(other.due ?? other.madeOn),
    );
