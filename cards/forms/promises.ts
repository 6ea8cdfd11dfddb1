/** What was promised or recommended, by when, and what came of it. */
import { z } from 'zod';
import { allPromises, type FamilyCase, isOpenPromise, type PromiseMade, promisesInFacts } from '../../cases/index.ts';
import { dutchDay } from '../dutch-date.ts';
import type { Words } from '../elements.ts';
import { type Attempt, firstAttempt, type Option } from '../inputs.ts';
import { promiseWords } from '../promise-words.ts';
import { comingDay, optionalComingDay, optionalText, pastDay, reason, requiredLine, requiredText } from './fields.ts';
import { workForm } from './form.ts';

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

/** Promises by their place, and facts by theirs: nothing is taken out of either list, so a place keeps its meaning. */
function placesOf(family: FamilyCase): readonly (readonly [place: string, promise: PromiseMade])[] {
  return [
    ...family.promises.map((one, place) => [String(place), one] as const),
    ...promisesInFacts(family).flatMap((one, place) => (one === undefined ? [] : [[`f${place}`, one] as const])),
  ];
}

function optionsOf(family: FamilyCase, fits: Fits, words: Words): readonly Option[] {
  return placesOf(family)
    .filter(([, one]) => fits(one))
    .map(([value, one]) => {
      const what = promiseWords(one, words);
      return { title: one.due === null ? what : `${what}, ${dutchDay(one.due)}`, value };
    });
}

/** A form about promises with this one chosen already; unknown ids choose nothing. */
export function promiseChosen(family: FamilyCase, promiseId: string): Attempt {
  const place = placesOf(family).find(([, { id }]) => id === promiseId)?.[0];
  return place === undefined ? firstAttempt : { ...firstAttempt, typed: { promiseId: place } };
}

/** The id of the promise, or of the fact that it was when the form was shown. */
const promiseIn = (family: FamilyCase) =>
  z.string().transform((text, context): string => {
    const place = /^f\d{1,6}$/.test(text) ? Number(text.slice(1)) : undefined;
    const id =
      place === undefined ? placesOf(family).find(([value]) => value === text)?.[1].id : family.facts[place]?.id;
    if (id !== undefined) return id;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });

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
    ...field.select('promiseId', optionsOf(familyCase, undated, words), { label: 'promiseId.zonder-datum' }),
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
    ...field.select('promiseId', optionsOf(familyCase, isOpenPromise, words)),
    ...field.pick('outcome', outcomes, (value) => words(`belofte.${value}`)),
    ...field.past(),
    ...field.paragraph('promiseNote', { optional: true }),
  ],
  entry: ({ promiseId, outcome, on, promiseNote: note }) => ({ kind: outcome, promiseId, on, note }),
});
