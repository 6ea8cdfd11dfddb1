/** Voortvarendheid: V1 to V7, and whether something was learned. */
import type { Day, EscalationStep, FamilyCase } from '../../model.ts';
import { daysBetween } from '../continuity.ts';
import { termsOf } from '../escalation/context.ts';
import { isOpen } from '../escalation/due.ts';
import { isOpenPromise } from '../promise.ts';
import { addDays, addWerkdagen, localDay } from '../werkdagen.ts';
import { evidence, finding, type NormFinding, type NormInput, unlessAgainst } from './finding.ts';

type Norm = (input: NormInput) => NormFinding;

const dayOf = (instant: string): Day => localDay(new Date(instant));

const byOfficer = ({ by, kind }: EscalationStep): boolean => by.kind === 'officer' && kind !== 'filed';

/** The bot answers at once; a person within the term. */
const v1: Norm = ({ escalation, settings, today }) => {
  const { filedAt, state, steps } = escalation;
  const filedOn = dayOf(filedAt);
  const by = addWerkdagen(filedOn, termsOf(settings).personWithinWerkdagen, settings.holidays);
  const taken = state.kind === 'taken' ? state.at : state.kind === 'decided' ? state.decision.at : undefined;
  const first = steps.find(byOfficer)?.at ?? taken;
  const acknowledged = evidence('acknowledged', { on: filedOn });
  if (first === undefined)
    return finding('V1', today > by ? 'no' : 'unknown', acknowledged, evidence('nobody-yet', { on: by }));
  const on = dayOf(first);
  return finding(
    'V1',
    on <= by ? 'yes' : 'no',
    acknowledged,
    evidence('person', { on, count: daysBetween(filedOn, on) }),
  );
};

/** Days on which the family had no worker, between one and the next. */
const gaps = ({ handovers }: FamilyCase, today: Day) =>
  handovers.flatMap(({ id, on, takenOverOn }) => {
    const days = daysBetween(on, takenOverOn ?? today);
    return days > 1 ? [evidence('days-without-worker', { ref: id, on, count: days - 1 })] : [];
  });

const v2: Norm = ({ familyCase, escalation, today }) => {
  const { steps, owner } = escalation;
  const unowned = steps.filter((one) => one.owner.trim() === '');
  const against = [
    ...unowned.map(({ id, at }) => evidence('step-without-owner', { ref: id, on: dayOf(at) })),
    ...gaps(familyCase, today),
  ];
  const owners = new Set([...steps.map((one) => one.owner), owner]).size;
  const kept = finding('V2', steps.length === 0 ? 'unknown' : 'yes', evidence('owners', { count: owners }));
  return unlessAgainst('V2', against, kept);
};

/** Nothing open without a day: requests, promises, tasks. */
const v3: Norm = ({ familyCase, escalation }) => {
  const { requests, promises, tasks } = familyCase;
  const against = [
    ...requests
      .filter(({ endedOn, answers }) => endedOn === null && answers.length > 0)
      .map(({ id, on }) => evidence('request-without-day', { ref: id, on })),
    ...promises
      .filter((one) => one.due === null && isOpenPromise(one))
      .map(({ id, madeOn }) => evidence('promise-without-day', { ref: id, on: madeOn })),
    ...tasks
      .filter(({ due, doneOn }) => due === null && doneOn === null)
      .map(({ id, agreedOn }) => evidence('task-without-day', { ref: id, on: agreedOn })),
  ];
  return unlessAgainst('V3', against, finding('V3', 'yes', evidence('day-promised', { on: escalation.promisedBy })));
};

/** A signal is a message with an owner and a day; it does not stay in a report. */
const v4: Norm = ({ familyCase, today }) => {
  const { signals, stuck, facts } = familyCase;
  const late = signals.filter(({ handled, due }) => handled === null && due < today);
  const against = late.map(({ id, due }) =>
    evidence('signal-waits', { ref: id, on: due, count: daysBetween(due, today) }),
  );
  const travelled = stuck.findings.flatMap(({ on, deskOn }) => (deskOn === null ? [] : [daysBetween(on, deskOn)]));
  const slowest = travelled.length === 0 ? null : Math.max(...travelled);
  const nothing = signals.length + facts.length === 0;
  const fine = nothing
    ? finding('V4', 'unknown', evidence('no-signals'))
    : finding('V4', 'yes', evidence('signals-travelled', { count: slowest ?? 0 }));
  return unlessAgainst('V4', against, fine);
};

/** Decided in time, or gone on to the next one on the first werkdag after the day that was missed. */
const v5: Norm = ({ escalation, settings, today }) => {
  const { state, promisedBy, steps } = escalation;
  const promised = evidence('promised', { on: promisedBy });
  const dayAfter = addWerkdagen(promisedBy, 1, settings.holidays);
  const raised = steps.find(({ kind, at }) => kind === 'raised' && dayOf(at) > promisedBy && dayOf(at) <= dayAfter);
  const decidedOn = state.kind === 'decided' ? dayOf(state.decision.at) : null;
  if (decidedOn !== null && decidedOn <= promisedBy)
    return finding('V5', 'yes', promised, evidence('decided', { on: decidedOn }));
  const up = raised === undefined ? [] : [evidence('raised', { on: dayOf(raised.at), ref: raised.id })];
  const ended = decidedOn === null ? [] : [evidence('decided', { on: decidedOn })];
  if (up.length > 0) return finding('V5', 'yes', promised, ...up, ...ended);
  if (state.kind === 'withdrawn') return finding('V5', 'unknown', promised, evidence('withdrawn-by-filer'));
  return finding('V5', isOpen(escalation) && today <= promisedBy ? 'unknown' : 'no', promised, ...ended);
};

/** A solution was sought before the parent had to ask for it. */
const v6: Norm = ({ familyCase, escalation }) => {
  const on = dayOf(escalation.filedAt);
  const { kind } = escalation.filedBy;
  if (kind === 'system') return finding('V6', 'yes', evidence('filed-by-system', { on }));
  if (kind !== 'parent') return finding('V6', 'yes', evidence('filed-by-colleague', { on }));
  if (familyCase.family.kind === 'unmatched') return finding('V6', 'unknown', evidence('family-not-known', { on }));
  const earlier = familyCase.stuck.findings.find((one) => one.deskOn !== null && one.on < on);
  return finding(
    'V6',
    'no',
    evidence('parent-had-to-ask', { on }),
    ...(earlier === undefined ? [] : [evidence('was-known', { on: earlier.on, ref: earlier.key })]),
  );
};

const earliest = (days: readonly Day[]): Day | undefined => [...days].sort()[0];

/** From the first request to a regisseur and a plan with priorities. */
const v7: Norm = ({ familyCase, escalation, settings, today }) => {
  const { requests, regisseurs, plans } = familyCase;
  const from = earliest([...requests.map(({ on }) => on), dayOf(escalation.filedAt)]) ?? today;
  const by = addDays(from, termsOf(settings).outcomeWithinDays);
  const led = earliest(regisseurs.filter(({ until }) => until === null || until > from).map(({ since }) => since));
  const planned = earliest(
    plans.flatMap(({ planKind, agreedOn, priorities, endedOn }) =>
      settings.countingPlanKinds.includes(planKind) && agreedOn !== null && priorities.length > 0 && endedOn === null
        ? [agreedOn]
        : [],
    ),
  );
  const asked = evidence('first-asked', { on: from });
  if (led === undefined || planned === undefined) {
    const lacking = [
      ...(led === undefined ? [evidence('no-regisseur')] : []),
      ...(planned === undefined ? [evidence('no-plan')] : []),
    ];
    return finding('V7', today > by ? 'no' : 'unknown', asked, ...lacking);
  }
  const on = led > planned ? led : planned;
  const days = Math.max(0, daysBetween(from, on));
  return finding('V7', on <= by ? 'yes' : 'no', asked, evidence('regisseur-and-plan', { on, count: days }));
};

/** Nothing is closed without a lesson; a lesson that is late has taught nobody anything. */
const l1: Norm = ({ escalation: { closing, state, lessonBy }, today }) => {
  if (closing !== null) {
    const { lesson, at } = closing;
    const on = dayOf(at);
    const carried = evidence(lesson.due === null ? 'lesson-without-day' : 'lesson-with-day', { on: lesson.due });
    return finding('L1', 'yes', evidence('lesson-sent', { on }), carried);
  }
  const late = state.kind === 'decided' && lessonBy !== null && lessonBy < today;
  return finding('L1', late ? 'no' : 'unknown', evidence(late ? 'lesson-late' : 'lesson-to-come', { on: lessonBy }));
};

export const promptness: readonly Norm[] = [v1, v2, v3, v4, v5, v6, v7, l1];
