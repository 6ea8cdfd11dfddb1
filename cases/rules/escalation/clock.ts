/**
 * What happens when a day comes and nobody did anything. It is worked out from the case alone, so it doesn't matter how often
 * or how late somebody looks: a second look on the same day changes nothing, and after a jump of weeks each promise that was
 * missed is told once and gets a new day, counted from the day of the look.
 */
import type { Day, Escalation, FamilyCase, Notice } from '../../model.ts';
import { nextVersion } from '../change.ts';
import { giveCard } from '../hand-over.ts';
import { addWerkdagen, instantOn, localDay } from '../werkdagen.ts';
import { openedAgain } from './close.ts';
import { type EscalationContext, termsOf } from './context.ts';
import { isOpen, isRunning, withOwner } from './due.ts';
import { isAway, nextOwner, standInFor } from './duty.ts';
import { bySystem, type NewStep, written } from './step.ts';

/** What the clock does is told from eight in the morning. */
const officeOpens = '08:00';

interface Passing {
  readonly escalation: Escalation;
  readonly steps: readonly NewStep[];
  /** The lowest step of the ladder to go to; `null`: it stays with its owner. */
  readonly up: number | null;
}

interface Today {
  readonly familyCase: FamilyCase;
  readonly context: EscalationContext;
  readonly today: Day;
  /** The new day of what was missed. */
  readonly again: Day;
}

type Pass = (passing: Passing, today: Today) => Passing;

const step = (kind: NewStep['kind'], tell: NewStep['tell'], more: Partial<NewStep> = {}): NewStep => ({
  ...{ kind, by: bySystem, tell },
  ...more,
});

const everybody: NewStep['tell'] = ['filer', 'before', 'owner'];

const missed = (passing: Passing, change: Partial<Escalation>, what: NewStep, atLeast: number): Passing => ({
  escalation: { ...passing.escalation, ...change },
  steps: [...passing.steps, what],
  up: Math.max(passing.up ?? 0, atLeast),
});

/** An officer who is away has nothing on the desk. */
const standIn: Pass = (passing, { context, today }) => {
  const { escalation } = passing;
  const owner = context.officers.find(({ id }) => id === escalation.owner);
  if (owner === undefined || !isAway(owner, today)) return passing;
  const next = standInFor(context.officers, owner, { today, filer: escalation.filedBy.id });
  if (next === undefined) return passing;
  const moved = withOwner(escalation, next.id);
  const state = isOpen(escalation) ? ({ kind: 'filed' } as const) : escalation.state;
  return {
    ...passing,
    escalation: { ...moved, state },
    steps: [...passing.steps, step('stood-in', ['filer', 'before'])],
  };
};

const moreMissed: Pass = (passing, { today }) => {
  const { escalation } = passing;
  if (!isOpen(escalation)) return passing;
  const late = escalation.questions.filter(
    ({ answer, missedOn, due }) => answer === null && missedOn === null && due < today,
  );
  if (late.length === 0) return passing;
  const questions = escalation.questions.map((one) => (late.includes(one) ? { ...one, missedOn: today } : one));
  const steps = late.map(({ id, due }) => step('more-missed', ['filer', 'owner'], { about: id, day: due }));
  return { ...passing, escalation: { ...escalation, questions }, steps: [...passing.steps, ...steps] };
};

const wasReminded = ({ steps }: Escalation, day: Day): boolean =>
  steps.some((one) => one.kind === 'reminded' && one.day === day);

/** The days of which the owner hears beforehand: the answer, and that a person must have said something. */
const reminders = ({ escalation }: Passing, { context: { settings }, today }: Today): readonly Day[] => {
  const { due, filedAt, level, earlier, steps } = escalation;
  const { remindWerkdagenBefore, personWithinWerkdagen } = termsOf(settings);
  const since = earlier.at(-1)?.reopenedAt ?? filedAt;
  const spoken = steps.some(({ by, at }) => by.kind === 'officer' && at > since);
  const personBy = addWerkdagen(localDay(new Date(since)), personWithinWerkdagen, settings.holidays);
  return [
    ...(level === 0 && !spoken && today >= personBy && personBy < due ? [personBy] : []),
    ...(addWerkdagen(today, remindWerkdagenBefore, settings.holidays) >= due ? [due] : []),
  ].filter((day) => !wasReminded(escalation, day));
};

const answerDue: Pass = (passing, now) => {
  const { escalation } = passing;
  const { today, again } = now;
  if (!isOpen(escalation)) return passing;
  if (escalation.due < today)
    return missed(passing, { due: again, state: { kind: 'filed' } }, step('raised', everybody, { day: again }), 1);
  const steps = reminders(passing, now).map((day) => step('reminded', ['owner'], { day }));
  return steps.length === 0 ? passing : { ...passing, steps: [...passing.steps, ...steps] };
};

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
const ordersMissed: Pass = (passing, now) => {
  const { passed, next } = late(passing.escalation.orders, ({ done }) => done !== null, now);
  return passed.reduce(
    (one, { id, nextDue }) =>
      missed(one, { orders: next }, step('order-missed', everybody, { about: id, day: nextDue }), 2),
    passing,
  );
};

const callsMissed: Pass = (passing, now) => {
  const { passed, next } = late(passing.escalation.callBacks, ({ done }) => done !== null, now);
  return passed.reduce(
    (one, { id }) =>
      missed(one, { callBacks: next }, step('call-back-missed', everybody, { about: id, day: now.again }), 1),
    passing,
  );
};

const complaintsLate: Pass = (passing, now) => {
  const { passed, next } = late(passing.escalation.complaints, ({ answered }) => answered !== null, now);
  return passed.reduce(
    (one, { id }) =>
      missed(one, { complaints: next }, step('complaint-late', everybody, { about: id, day: now.again }), 2),
    passing,
  );
};

const planDue: Pass = (passing, { familyCase, context, today, again }) => {
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

const lessonDue: Pass = (passing, { today, again }) => {
  const { closing, lessonBy, state } = passing.escalation;
  if (state.kind !== 'decided' || closing !== null || lessonBy === null || lessonBy >= today) return passing;
  return missed(passing, { lessonBy: again }, step('lesson-late', ['before', 'owner'], { day: lessonBy }), 1);
};

const askHelped: Pass = (passing, { context, today }) => {
  const { escalation } = passing;
  const { helped, state } = escalation;
  if (state.kind !== 'decided' || helped === null || helped.askedAt !== null || helped.askOn > today) return passing;
  const asked = { ...helped, askedAt: context.now.toISOString() };
  return {
    ...passing,
    escalation: { ...escalation, helped: asked },
    steps: [...passing.steps, step('helped-asked', ['filer'])],
  };
};

/** "Op die dag wordt er opnieuw naar gekeken" is a promise too. */
const lookAgain: Pass = (passing, { context, today }) => {
  const { escalation } = passing;
  const { state, lookAgainOn } = escalation;
  if (state.kind !== 'decided' || lookAgainOn === null || lookAgainOn > today) return passing;
  const again = openedAgain(escalation, state.decision.reason, context);
  return {
    ...passing,
    escalation: again,
    steps: [...passing.steps, step('reopened', ['filer', 'owner'], { day: again.due })],
  };
};

const passes: readonly Pass[] = [
  standIn,
  lookAgain,
  moreMissed,
  answerDue,
  ordersMissed,
  callsMissed,
  complaintsLate,
  planDue,
  lessonDue,
  askHelped,
];

/** Whoever gets a card needs no other message about the same change. */
const raisedTo = ({ escalation, steps, up }: Passing, { context, today }: Today) => {
  if (up === null) return { escalation, steps };
  const next = nextOwner(context.officers, escalation, { today, filer: escalation.filedBy.id }, up);
  const owned = { ...withOwner(escalation, next.owner), level: next.level };
  return { escalation: owned, steps: next.nobodyHigher ? [...steps, step('nobody-higher', [])] : steps };
};

const passOne = (familyCase: FamilyCase, before: Escalation, today: Today): FamilyCase => {
  if (!isRunning(before)) return familyCase;
  const now = { ...today, familyCase };
  const passed = passes.reduce<Passing>((passing, pass) => pass(passing, now), {
    escalation: before,
    steps: [],
    up: null,
  });
  if (passed.steps.length === 0) return familyCase;
  const { escalation, steps } = raisedTo(passed, now);
  const moved = escalation.owner !== before.owner;
  const given = moved ? giveCard(familyCase, escalation.id, escalation.owner, today.context) : familyCase;
  const told = moved ? steps.map((one) => ({ ...one, tell: one.tell.filter((whom) => whom !== 'owner') })) : steps;
  return written(before, { familyCase: given, escalation, steps: told }, today.context).familyCase;
};

const notBeforeOffice = (notice: Notice, isNew: boolean, opens: string): Notice =>
  isNew && notice.state.kind === 'pending' && notice.state.dueAt < opens
    ? { ...notice, state: { ...notice.state, dueAt: opens } }
    : notice;

/** The case after this look, in a new version; the same object when nothing is due. */
export const passDueDates = (before: FamilyCase, context: EscalationContext): FamilyCase => {
  const { now, settings } = context;
  const today = localDay(now);
  const again = addWerkdagen(today, termsOf(settings).raisedWithinWerkdagen, settings.holidays);
  const after = before.escalations.reduce(
    (familyCase, escalation) => passOne(familyCase, escalation, { familyCase, context, today, again }),
    before,
  );
  if (after === before) return before;
  const opens = instantOn(today, officeOpens).toISOString();
  const notices = after.notices.map((notice, place) => notBeforeOffice(notice, place >= before.notices.length, opens));
  return nextVersion(before, { ...after, notices }, now, after.audit.slice(before.audit.length));
};
