/** After help has ended: the days on which somebody calls. */
import type { AftercareMoment, FamilyCase } from '../../model.ts';
import {
  invalid,
  longestText,
  problemOfComing,
  problemOfOptional,
  problemOfPast,
  problemOfReason,
  problemOfText,
} from '../fields.ts';
import { addDays } from '../werkdagen.ts';
import type { AftercareEndedEntry, AftercareEntry, AftercareMomentEntry } from './aftercare-entry.ts';
import { cleaned, type EntryOutcome, entered, line, newFact, type RecordContext, withFact } from './with-fact.ts';

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
