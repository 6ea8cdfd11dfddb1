/** Workers who come and go, measures, promises and aftercare. */
import { type AftercareMoment, type FamilyCase, type Handover, handoverItems, type Measure } from '../../model.ts';
import {
  invalid,
  longestText,
  problemOfComing,
  problemOfOptional,
  problemOfOptionalDay,
  problemOfPast,
  problemOfReason,
  problemOfText,
} from '../fields.ts';
import { addDays, addWerkdagen } from '../werkdagen.ts';
import type {
  AftercareEndedEntry,
  AftercareEntry,
  AftercareMomentEntry,
  HandoverEntry,
  MeasureEntry,
  MeasureStepEntry,
  PromiseEntry,
  PromiseStepEntry,
  WorkerChangeEntry,
} from './entry.ts';
import { cleaned, type EntryOutcome, entered, line, newFact, type RecordContext, withFact } from './with-fact.ts';

/** What is looked at two weeks later does not hold up that the handover is done. */
const handedOver = (done: Handover['done']): boolean =>
  handoverItems.every((item) => item === 'look-back-after-two-weeks' || done.includes(item));

export const enterWorkerChange = (
  familyCase: FamilyCase,
  entry: WorkerChangeEntry,
  context: RecordContext,
): EntryOutcome => {
  const { measureId, on, takenOverOn } = entry;
  const known = measureId === null || familyCase.measures.some(({ id }) => id === measureId);
  const problem = invalid({
    measureId: known ? undefined : 'unknown',
    from: problemOfOptional(entry.from),
    to: takenOverOn !== null && cleaned(entry.to) === null ? 'missing' : problemOfOptional(entry.to),
    takenOverOn: problemOfOptionalDay(takenOverOn),
    reason: problemOfText(entry.reason, longestText),
    on: problemOfPast(on, context.now),
  });
  if (problem !== undefined) return problem;
  const reason = line(entry.reason);
  const fact = newFact(familyCase, { on, signals: ['change-of-worker'], note: reason }, context);
  const handover: Handover = {
    id: context.newId(),
    factId: fact.id,
    measureId,
    from: cleaned(entry.from),
    to: cleaned(entry.to),
    on,
    takenOverOn,
    reason,
    done: [],
  };
  return entered({ ...withFact(familyCase, fact), handovers: [...familyCase.handovers, handover] }, handover.id);
};

/** The checklist may be ticked in parts; the fact that the handover is done comes with the last tick. */
export const enterHandover = (familyCase: FamilyCase, entry: HandoverEntry, context: RecordContext): EntryOutcome => {
  const before = familyCase.handovers.find(({ id }) => id === entry.handoverId);
  const to = cleaned(entry.to) ?? before?.to ?? null;
  const problem = invalid({
    handoverId: before === undefined ? 'unknown' : undefined,
    to: to === null ? 'missing' : problemOfOptional(entry.to),
    takenOverOn: problemOfOptionalDay(entry.takenOverOn),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined || before === undefined) return problem ?? { kind: 'not-found' };
  const done = handoverItems.filter((item) => before.done.includes(item) || entry.done.includes(item));
  const after: Handover = { ...before, to, takenOverOn: entry.takenOverOn ?? before.takenOverOn, done };
  const handovers = familyCase.handovers.map((one) => (one.id === before.id ? after : one));
  const complete = handedOver(done) && !handedOver(before.done);
  const fact = newFact(familyCase, { on: entry.on, signals: complete ? ['handover-done'] : [], note: to }, context);
  return entered({ ...withFact(familyCase, fact), handovers }, before.id);
};

/** The first appointment is a promise with a day, counted in werkdagen from the measure. */
export const enterMeasure = (familyCase: FamilyCase, entry: MeasureEntry, context: RecordContext): EntryOutcome => {
  const problem = invalid({
    measureKind: problemOfText(entry.measureKind),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined) return problem;
  const { firstAppointmentWerkdagen, holidays } = context.settings;
  const measure: Measure = {
    id: context.newId(),
    measureKind: line(entry.measureKind),
    since: entry.on,
    until: null,
    firstAppointmentBy: addWerkdagen(entry.on, firstAppointmentWerkdagen, holidays),
    firstAppointmentOn: null,
  };
  const fact = newFact(familyCase, { on: entry.on, signals: [], note: measure.measureKind }, context);
  return entered({ ...withFact(familyCase, fact), measures: [...familyCase.measures, measure] }, measure.id);
};

export const enterMeasureStep = (
  familyCase: FamilyCase,
  entry: MeasureStepEntry,
  context: RecordContext,
): EntryOutcome => {
  const field = entry.kind === 'measure-ended' ? 'until' : 'firstAppointmentOn';
  const measure = familyCase.measures.find(({ id }) => id === entry.measureId);
  const problem = invalid({
    measureId: measure === undefined ? 'unknown' : measure[field] === null ? undefined : 'not-open',
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined || measure === undefined) return problem ?? { kind: 'not-found' };
  const late = field === 'firstAppointmentOn' && entry.on > measure.firstAppointmentBy;
  const signals = late ? (['promise-missed'] as const) : [];
  const fact = newFact(familyCase, { on: entry.on, signals, note: measure.measureKind }, context);
  const measures = familyCase.measures.map((one) => (one.id === measure.id ? { ...one, [field]: entry.on } : one));
  return entered({ ...withFact(familyCase, fact), measures }, measure.id);
};

export const enterPromise = (familyCase: FamilyCase, entry: PromiseEntry, context: RecordContext): EntryOutcome => {
  const { due, on } = entry;
  const problem = invalid({
    what: problemOfText(entry.what, longestText),
    toWhom: problemOfText(entry.toWhom),
    owner: problemOfText(entry.owner),
    due: due === null ? undefined : problemOfComing(due, context.now),
    on: problemOfPast(on, context.now),
  });
  if (problem !== undefined) return problem;
  const what = line(entry.what);
  const fact = newFact(
    familyCase,
    { on, signals: due === null ? ['commitment-without-date'] : [], note: what },
    context,
  );
  const promise = {
    id: context.newId(),
    what,
    toWhom: line(entry.toWhom),
    owner: line(entry.owner),
    madeOn: on,
    due,
    keptOn: null,
    missedOn: null,
  };
  return entered({ ...withFact(familyCase, fact), promises: [...familyCase.promises, promise] }, promise.id);
};

export const enterPromiseStep = (
  familyCase: FamilyCase,
  entry: PromiseStepEntry,
  context: RecordContext,
): EntryOutcome => {
  const promise = familyCase.promises.find(({ id }) => id === entry.promiseId);
  const missed = entry.kind === 'promise-missed';
  const settled = promise !== undefined && (promise.keptOn !== null || (missed && promise.missedOn !== null));
  const problem = invalid({
    promiseId: promise === undefined ? 'unknown' : settled ? 'not-open' : undefined,
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined || promise === undefined) return problem ?? { kind: 'not-found' };
  const next = missed ? { ...promise, missedOn: entry.on } : { ...promise, keptOn: entry.on };
  const fact = newFact(
    familyCase,
    { on: entry.on, signals: missed ? ['promise-missed'] : [], note: promise.what },
    context,
  );
  const promises = familyCase.promises.map((one) => (one.id === promise.id ? next : one));
  return entered({ ...withFact(familyCase, fact), promises }, promise.id);
};

export const enterAftercare = (familyCase: FamilyCase, entry: AftercareEntry, context: RecordContext): EntryOutcome => {
  const { chronicReviewOn } = entry;
  const problem = invalid({
    contact: problemOfText(entry.contact),
    relapsePlan: problemOfText(entry.relapsePlan, longestText),
    chronicReviewOn: chronicReviewOn === null ? undefined : problemOfComing(chronicReviewOn, context.now),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined) return problem;
  const moments = context.settings.aftercareAfterDays.map(
    (days): AftercareMoment => ({
      due: addDays(entry.on, days),
      doneOn: null,
      relapse: false,
      note: null,
    }),
  );
  const aftercare = {
    since: entry.on,
    contact: line(entry.contact),
    moments,
    relapseSigns: entry.relapseSigns.flatMap((sign) => cleaned(sign) ?? []),
    relapsePlan: line(entry.relapsePlan),
    chronicReviewOn,
    endedOn: null,
  };
  const fact = newFact(familyCase, { on: entry.on, signals: [], note: aftercare.contact }, context);
  return entered({ ...withFact(familyCase, fact), aftercare }, fact.id);
};

/** A family with chronic problems keeps a review date: each review names the next. */
export const enterAftercareMoment = (
  familyCase: FamilyCase,
  entry: AftercareMomentEntry,
  context: RecordContext,
): EntryOutcome => {
  const { aftercare } = familyCase;
  const moment = aftercare?.moments.find(({ due, doneOn }) => due === entry.due && doneOn === null);
  const review = aftercare?.chronicReviewOn === entry.due;
  const chronic = aftercare !== null && aftercare.chronicReviewOn !== null;
  const problem = invalid({
    due: moment === undefined && !review ? 'unknown' : undefined,
    note: problemOfOptional(entry.note, longestText),
    nextReviewOn: review
      ? entry.nextReviewOn === null
        ? 'missing'
        : problemOfComing(entry.nextReviewOn, context.now)
      : undefined,
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined || aftercare === null) return problem ?? { kind: 'not-found' };
  const { relapse } = entry;
  const note = cleaned(entry.note);
  const done: AftercareMoment = { due: entry.due, doneOn: entry.on, relapse, note };
  const moments =
    moment === undefined ? [...aftercare.moments, done] : aftercare.moments.map((one) => (one === moment ? done : one));
  const chronicReviewOn = chronic && review ? entry.nextReviewOn : aftercare.chronicReviewOn;
  const fact = newFact(familyCase, { on: entry.on, signals: relapse ? ['aftercare-relapse'] : [], note }, context);
  return entered({ ...withFact(familyCase, fact), aftercare: { ...aftercare, moments, chronicReviewOn } }, fact.id);
};

/** Never silently: the reason is kept as the fact with which it ended. */
export const enterAftercareEnded = (
  familyCase: FamilyCase,
  entry: AftercareEndedEntry,
  context: RecordContext,
): EntryOutcome => {
  const { aftercare } = familyCase;
  const problem = invalid({
    aftercare: aftercare === null || aftercare.endedOn !== null ? 'not-open' : undefined,
    reason: problemOfReason(entry.reason),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined || aftercare === null) return problem ?? { kind: 'not-found' };
  const fact = newFact(familyCase, { on: entry.on, signals: [], note: line(entry.reason) }, context);
  const ended = { ...aftercare, chronicReviewOn: null, endedOn: entry.on };
  return entered({ ...withFact(familyCase, fact), aftercare: ended }, fact.id);
};
