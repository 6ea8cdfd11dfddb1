/** Promises: made, given a day, kept, missed, dropped. Commitments and recommendations become one with the first thing done about them. */
import type { FamilyCase, PromiseMade, PromiseStep, SignalCode } from '../../model.ts';
import {
  type FieldProblem,
  invalid,
  longestText,
  problemOfComing,
  problemOfOptional,
  problemOfPast,
  problemOfReason,
  problemOfText,
} from '../fields.ts';
import { allPromises, isOpenPromise } from '../promise.ts';
import type { PromiseDateEntry, PromiseEntry, PromiseStepEntry } from './promise-entry.ts';
import { problemOfOpen, withChanged } from './one-of.ts';
import { cleaned, type EntryOutcome, entered, line, newFact, type RecordContext, withFact } from './with-fact.ts';

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
    factId: fact.id,
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

/** Of a promise, or of the fact that is all there is of it. */
const promiseWith = (familyCase: FamilyCase, id: string): PromiseMade | undefined =>
  allPromises(familyCase).find((one) => one.id === id);

interface Change {
  readonly promise: PromiseMade;
  readonly step: Omit<PromiseStep, 'by'>;
  readonly signals: readonly SignalCode[];
  readonly changed: Partial<PromiseMade>;
}

/** The promise with one step more, and the fact that tells of it. */
const withStep = (
  familyCase: FamilyCase,
  { promise, step, signals, changed }: Change,
  context: RecordContext,
): EntryOutcome => {
  const note = [promise.what, step.note].filter((text) => text !== null).join('\n');
  const fact = newFact(familyCase, { on: step.on, signals, note }, context);
  const next = { ...promise, ...changed, steps: [...(promise.steps ?? []), { ...step, by: context.by.name }] };
  const known = familyCase.promises.some(({ id }) => id === promise.id);
  const promises = known ? withChanged(familyCase.promises, promise.id, next) : [...familyCase.promises, next];
  return entered({ ...withFact(familyCase, fact), promises }, promise.id);
};

export const enterPromiseDate = (
  familyCase: FamilyCase,
  entry: PromiseDateEntry,
  context: RecordContext,
): EntryOutcome => {
  const { on, due } = entry;
  const promise = promiseWith(familyCase, entry.promiseId);
  const problem = invalid({
    promiseId: problemOfOpen(promise, (one) => isOpenPromise(one) && one.due === null),
    owner: problemOfText(entry.owner),
    due: problemOfComing(due, context.now),
    why: problemOfReason(entry.why),
    on: problemOfPast(on, context.now),
  });
  if (problem !== undefined || promise === undefined) return problem ?? { kind: 'not-found' };
  const step = { kind: 'dated', on, note: line(entry.why) } as const;
  return withStep(familyCase, { promise, step, signals: [], changed: { due, owner: line(entry.owner) } }, context);
};

const stepOf = { 'promise-kept': 'kept', 'promise-missed': 'missed', 'promise-dropped': 'dropped' } as const;

/** Who drops a promise owes the other side a reason; a note is optional for the rest. */
const problemOfNote = ({ kind, note }: PromiseStepEntry): FieldProblem | undefined =>
  kind === 'promise-dropped' ? problemOfReason(note ?? '') : problemOfOptional(note ?? null, longestText);

const changedBy = ({ kind, on }: PromiseStepEntry): Partial<PromiseMade> => {
  switch (kind) {
    case 'promise-kept':
      return { keptOn: on };
    case 'promise-missed':
      return { missedOn: on };
    case 'promise-dropped':
      return {};
  }
};

export const enterPromiseStep = (
  familyCase: FamilyCase,
  entry: PromiseStepEntry,
  context: RecordContext,
): EntryOutcome => {
  const { kind, on } = entry;
  const promise = promiseWith(familyCase, entry.promiseId);
  const missed = kind === 'promise-missed';
  const problem = invalid({
    promiseId: problemOfOpen(promise, (one) => isOpenPromise(one) && !(missed && one.missedOn !== null)),
    on: problemOfPast(on, context.now),
    note: problemOfNote(entry),
  });
  if (problem !== undefined || promise === undefined) return problem ?? { kind: 'not-found' };
  const step = { kind: stepOf[kind], on, note: cleaned(entry.note ?? null) };
  return withStep(
    familyCase,
    { promise, step, signals: missed ? ['promise-missed'] : [], changed: changedBy(entry) },
    context,
  );
};
