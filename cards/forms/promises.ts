/** What was promised or recommended, by when, and what came of it. */
import { z } from 'zod';
import { allPromises, type FamilyCase, isOpenPromise, type PromiseMade } from '../../cases/index.ts';
import { choiceRef } from '../choice-ref.ts';
import { dutchDay } from '../dutch-date.ts';
import type { Words } from '../elements.ts';
import { type Attempt, firstAttempt, type Option } from '../inputs.ts';
import { promiseWords } from '../promise-words.ts';
import {
  comingDay,
  optionalComingDay,
  optionalText,
  pastDay,
  reason,
  recordOf,
  requiredLine,
  requiredText,
} from './fields.ts';
import { optionsOf, workForm } from './form.ts';

export const promiseForm = workForm({
  name: 'promise',
  shape: ({ today }) => ({
    what: requiredText,
    toWhom: requiredLine,
    owner: requiredLine,
    due: optionalComingDay(today),
    on: pastDay(today),
  }),
  inputs: (field) => [
    ...field.paragraph('what', { label: 'what.belofte' }),
    ...field.line('toWhom'),
    ...field.line('owner', { label: 'owner.belofte' }),
    ...field.day('due', { optional: true, label: 'due.belofte' }),
    ...field.past(),
  ],
  entry: (values) => ({ kind: 'promise', ...values }),
});

type Fits = (promise: PromiseMade) => boolean;

function promiseOptions(family: FamilyCase, fits: Fits, words: Words): readonly Option[] {
  return optionsOf(allPromises(family), fits, (one) => {
    const what = promiseWords(one, words);
    return one.due === null ? what : `${what}, ${dutchDay(one.due)}`;
  });
}

/** A form about promises with this one chosen already; unknown ids choose nothing. */
export function promiseChosen(family: FamilyCase, promiseId: string): Attempt {
  const isThere = allPromises(family).some(({ id }) => id === promiseId);
  return isThere ? { ...firstAttempt, typed: { promiseId: choiceRef(promiseId) } } : firstAttempt;
}

/** The id of the promise, or of the fact that it was when the form was shown. */
const promiseIn = ({ promises, facts }: FamilyCase) =>
  recordOf<{ readonly id: string }>([...promises, ...facts]).transform(({ id }) => id);

const undated: Fits = (one) => isOpenPromise(one) && one.due === null;

export const promiseDateForm = workForm({
  name: 'promise-date',
  fits: (family) => allPromises(family).some(undated),
  shape: ({ familyCase, today }) => ({
    promiseId: promiseIn(familyCase),
    owner: requiredLine,
    due: comingDay(today),
    why: reason,
  }),
  inputs: (field, { familyCase }, words) => [
    ...field.select('promiseId', promiseOptions(familyCase, undated, words), { label: 'promiseId.zonder-datum' }),
    ...field.line('owner', { label: 'owner.zorgt-ervoor' }),
    ...field.day('due', { label: 'due.signaal' }),
    ...field.paragraph('why', { label: 'why.datum' }),
  ],
  entry: (values, { today }) => ({ kind: 'promise-date', ...values, on: today }),
});

const outcomes = ['promise-kept', 'promise-missed', 'promise-dropped'] as const;

export const promiseStepForm = workForm({
  name: 'promise-step',
  fits: (family) => allPromises(family).some(isOpenPromise),
  shape: ({ familyCase, today, attempt }) => ({
    promiseId: promiseIn(familyCase),
    outcome: z.enum(outcomes),
    on: pastDay(today),
    promiseNote: attempt.typed['outcome'] === 'promise-dropped' ? reason : optionalText,
  }),
  inputs: (field, { familyCase }, words) => [
    ...field.select('promiseId', promiseOptions(familyCase, isOpenPromise, words)),
    ...field.pick('outcome', outcomes, (value) => words(`belofte.${value}`)),
    ...field.past(),
    ...field.paragraph('promiseNote', { optional: true }),
  ],
  entry: ({ promiseId, outcome, on, promiseNote: note }) => ({ kind: outcome, promiseId, on, note }),
});
