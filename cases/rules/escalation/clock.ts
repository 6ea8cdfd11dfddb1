/**
 * What happens when a day comes and nobody did anything. It is worked out from the case alone, so it doesn't matter how often
 * or how late somebody looks: a second look on the same day changes nothing, and after a jump of weeks each promise that was
 * missed is told once and gets a new day, counted from the day of the look. On a day that is no werkdag nothing is missed.
 */
import type { Day, Escalation, FamilyCase, Notice } from '../../model.ts';
import { nextVersion } from '../change.ts';
import { giveCard } from '../hand-over.ts';
import { addWerkdagen, instantOn, isWerkdag, localDay } from '../werkdagen.ts';
import { type EscalationContext, termsOf } from './context.ts';
import { isOpen, isRunning, withOwner } from './due.ts';
import { isAway, nextOwner, standInFor } from './duty.ts';
import { filersIn } from './filings.ts';
import { callsMissed, complaintsLate, lessonDue, ordersMissed, planDue } from './missed-promises.ts';
import { openAgain } from './open-again.ts';
import { everybody, missed, type Pass, type Passing, step, type Today } from './passing.ts';
import { bySystem, written } from './step.ts';

/** What the clock does is told from eight in the morning. */
const officeOpens = '08:00';

/** An officer who is away has nothing on the desk. */
const standIn: Pass = (passing, { context, today }) => {
  const { escalation } = passing;
  const owner = context.officers.find(({ id }) => id === escalation.owner);
  if (owner === undefined || !isAway(owner, today)) return passing;
  const next = standInFor(context.officers, owner, { today, filers: filersIn(escalation) });
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
  const { familyCase, escalation } = passing;
  const { state, lookAgainOn } = escalation;
  if (state.kind !== 'decided' || lookAgainOn === null || lookAgainOn > today) return passing;
  const opened = { by: bySystem, reason: state.decision.reason, told: false };
  const again = openAgain(familyCase, escalation, opened, context);
  return { ...passing, ...again, steps: [...passing.steps, ...again.steps] };
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

/** What happens on any day: it was named to somebody. A day that was missed is seen on the first werkdag after it. */
const onRestDays: readonly Pass[] = [lookAgain, askHelped];

/** Whoever gets a card needs no other message about the same change. */
const raisedTo = ({ escalation, steps, up }: Passing, { context, today }: Today) => {
  if (up === null) return { escalation, steps };
  const next = nextOwner(context.officers, escalation, { today, filers: filersIn(escalation) }, up);
  const owned = { ...withOwner(escalation, next.owner), level: next.level };
  return { escalation: owned, steps: next.nobodyHigher ? [...steps, step('nobody-higher', [])] : steps };
};

const passOne = (familyCase: FamilyCase, escalationId: string, today: Today): FamilyCase => {
  const before = familyCase.escalations.find(({ id }) => id === escalationId);
  if (before === undefined || !isRunning(before)) return familyCase;
  const now = { ...today, familyCase };
  const ofToday = isWerkdag(today.today, today.context.settings.holidays) ? passes : onRestDays;
  const passed = ofToday.reduce<Passing>((passing, pass) => pass(passing, now), {
    familyCase,
    escalation: before,
    steps: [],
    up: null,
  });
  if (passed.steps.length === 0) return familyCase;
  const { escalation, steps } = raisedTo(passed, now);
  const moved = escalation.owner !== before.owner;
  const given = moved ? giveCard(passed.familyCase, escalation.id, escalation.owner, today.context) : passed.familyCase;
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
    (familyCase, { id }) => passOne(familyCase, id, { familyCase, context, today, again }),
    before,
  );
  if (after === before) return before;
  const opens = instantOn(today, officeOpens).toISOString();
  const notices = after.notices.map((notice, place) => notBeforeOffice(notice, place >= before.notices.length, opens));
  return nextVersion(before, { ...after, notices }, now, after.audit.slice(before.audit.length));
};
