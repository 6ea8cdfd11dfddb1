/** Workers who come and go, and measures. */
import { type FamilyCase, type Handover, handoverItems, type Measure } from '../../model.ts';
import {
  invalid,
  longestText,
  problemOfOptional,
  problemOfOptionalDay,
  problemOfPast,
  problemOfText,
} from '../fields.ts';
import { addWerkdagen } from '../werkdagen.ts';
import type { HandoverEntry, MeasureEntry, MeasureStepEntry, WorkerChangeEntry } from './entry.ts';
import { problemOfOpen, withChanged } from './one-of.ts';
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
  const handovers = withChanged(familyCase.handovers, before.id, after);
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
    measureId: problemOfOpen(measure, (one) => one[field] === null),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined || measure === undefined) return problem ?? { kind: 'not-found' };
  const late = field === 'firstAppointmentOn' && entry.on > measure.firstAppointmentBy;
  const signals = late ? (['promise-missed'] as const) : [];
  const fact = newFact(familyCase, { on: entry.on, signals, note: measure.measureKind }, context);
  const measures = withChanged(familyCase.measures, measure.id, { [field]: entry.on });
  return entered({ ...withFact(familyCase, fact), measures }, measure.id);
};
