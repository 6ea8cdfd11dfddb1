/** What waits for somebody in one family; the daily digest is made of this. */
import type { CaseSettings, Day, FamilyCase } from '../model.ts';
import { isOpen } from './escalation/due.ts';
import { standingFilings } from './escalation/filings.ts';
import { addDays, localDay } from './werkdagen.ts';
import { isOpenPromise } from './promise.ts';
import { openProposals, stuckCardOf } from './stuck/grow.ts';

export type WorkKind =
  | 'request-open'
  | 'signal-open'
  | 'promise-due'
  | 'promise-without-date'
  | 'task-due'
  | 'plan-review'
  | 'aftercare-moment'
  | 'chronic-review'
  | 'appointment-due'
  | 'handover-open'
  | 'question-asked'
  | 'proposal'
  | 'card-open';

export interface WorkItem {
  readonly kind: WorkKind;
  /** Of the request, signal, promise … it is about; of a proposal its key. */
  readonly id: string;
  /** The day by which something must happen; `null`: nobody named one. */
  readonly due: Day | null;
  readonly overdue: boolean;
  /** Since when it waits. */
  readonly since: Day;
}

export interface FamilyWork {
  readonly caseId: string;
  readonly label: string;
  readonly items: readonly WorkItem[];
  /** In which what each item is about is looked up, by its id. */
  readonly familyCase: FamilyCase;
}

type Waiting = Omit<WorkItem, 'overdue'>;

const asked = ({ requests, promises, signals }: FamilyCase, settings: CaseSettings): readonly Waiting[] => [
  ...requests
    .filter(({ endedOn }) => endedOn === null)
    .map(({ id, on, answers }) => ({
      kind: 'request-open' as const,
      id,
      since: on,
      due: answers.length === 0 ? addDays(on, settings.stuck.unansweredDays) : null,
    })),
  ...signals
    .filter(({ handled }) => handled === null)
    .map(({ id, due }) => ({ kind: 'signal-open' as const, id, since: due, due })),
  ...promises.filter(isOpenPromise).map(({ id, due, madeOn }) => ({
    kind: due === null ? ('promise-without-date' as const) : ('promise-due' as const),
    id,
    since: madeOn,
    due,
  })),
];

const planned = ({ plans, tasks, aftercare }: FamilyCase, settings: CaseSettings): readonly Waiting[] => [
  ...tasks
    .filter(({ doneOn, due }) => doneOn === null && due !== null)
    .map(({ id, due, agreedOn }) => ({ kind: 'task-due' as const, id, since: agreedOn, due })),
  ...plans
    .filter(({ planKind, endedOn }) => endedOn === null && settings.countingPlanKinds.includes(planKind))
    .flatMap(({ id, reviewBy, agreedOn }) =>
      reviewBy === null ? [] : [{ kind: 'plan-review' as const, id, since: agreedOn ?? reviewBy, due: reviewBy }],
    ),
  ...(aftercare === null || aftercare.endedOn !== null
    ? []
    : [
        ...aftercare.moments
          .filter(({ doneOn }) => doneOn === null)
          .map(({ due }) => ({ kind: 'aftercare-moment' as const, id: due, since: aftercare.since, due })),
        ...(aftercare.chronicReviewOn === null
          ? []
          : [
              {
                kind: 'chronic-review' as const,
                id: aftercare.chronicReviewOn,
                since: aftercare.since,
                due: aftercare.chronicReviewOn,
              },
            ]),
      ]),
];

const aboutWorkers = ({ measures, handovers }: FamilyCase): readonly Waiting[] => [
  ...measures
    .filter(({ firstAppointmentOn, until }) => firstAppointmentOn === null && until === null)
    .map(({ id, since, firstAppointmentBy }) => ({
      kind: 'appointment-due' as const,
      id,
      since,
      due: firstAppointmentBy,
    })),
  ...handovers
    .filter(({ takenOverOn }) => takenOverOn === null)
    .map(({ id, on }) => ({ kind: 'handover-open' as const, id, since: on, due: null })),
];

const onTheDesk = (familyCase: FamilyCase, settings: CaseSettings, today: Day): readonly Waiting[] => {
  const card = stuckCardOf(familyCase, settings, today);
  const open = familyCase.escalations.filter(isOpen);
  return [
    ...open.flatMap(({ questions }) =>
      questions
        .filter(({ of, answer }) => of.kind === 'worker' && answer === null)
        .map(({ id, at, due }) => ({ kind: 'question-asked' as const, id, since: localDay(new Date(at)), due })),
    ),
    ...openProposals(familyCase, today).map(({ key, on, deskOn }) => ({
      kind: 'proposal' as const,
      id: key,
      since: on,
      due: deskOn,
    })),
    ...open.map(({ id, filedAt, due }) => ({
      kind: 'card-open' as const,
      id,
      since: localDay(new Date(filedAt)),
      due,
    })),
    ...(card === null || card.state.kind === 'closed' || open.length > 0
      ? []
      : [
          {
            kind: 'card-open' as const,
            id: familyCase.id,
            since: card.reopened.at(-1) ?? card.openedOn,
            due: null,
          },
        ]),
  ];
};

/** Everything that waits, what is due first in front; what has no day stands last. */
export const openWork = (familyCase: FamilyCase, settings: CaseSettings, today: Day): readonly WorkItem[] =>
  [
    ...asked(familyCase, settings),
    ...planned(familyCase, settings),
    ...aboutWorkers(familyCase),
    ...onTheDesk(familyCase, settings, today),
  ]
    .map((one) => ({ ...one, overdue: one.due !== null && one.due < today }))
    .sort((one, other) => (one.due ?? '9999-12-31').localeCompare(other.due ?? '9999-12-31'));

interface Reader {
  readonly id: string;
  /** Ids of who has a task for this family now, the reader among them. */
  readonly team: readonly string[];
}

/**
 * Without the signals that are somebody else's: one whose owner has no task for the family any more is everybody's, until
 * somebody takes it. Of what lies on the desk, only what the reader filed or the stuck rules did; what was decided lies
 * there no more, also when the family is still stuck. What an officer asked waits for who was asked.
 */
export const waitsFor = (
  { id: reader, team }: Reader,
  items: readonly WorkItem[],
  { signals, escalations }: Pick<FamilyCase, 'signals' | 'escalations'>,
): readonly WorkItem[] => {
  const others = team.filter((id) => id !== reader);
  const elsewhere = new Set(signals.filter(({ owner }) => others.includes(owner)).map(({ id }) => id));
  const onTheDesk = new Set(
    escalations
      .filter(
        (one) =>
          isOpen(one) && standingFilings(one).some(({ filedBy: { kind, id } }) => kind === 'system' || id === reader),
      )
      .map(({ id }) => id),
  );
  const asked = new Set(
    escalations
      .flatMap(({ questions }) => questions)
      .filter(({ of }) => of.kind === 'worker' && of.id === reader)
      .map(({ id }) => id),
  );
  return items.filter(({ kind, id }) => {
    if (kind === 'signal-open') return !elsewhere.has(id);
    if (kind === 'question-asked') return asked.has(id);
    return kind !== 'card-open' || onTheDesk.has(id);
  });
};
