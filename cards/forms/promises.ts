/** What was promised, by when, and whether it was kept. */
import { z } from 'zod';
import type { PromiseMade } from '../../cases/index.ts';
import { dutchDay } from '../dutch-date.ts';
import { optionalComingDay, pastDay, recordOf, requiredLine, requiredText } from './fields.ts';
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

const steps = ['promise-kept', 'promise-missed'] as const;
const open = ({ keptOn }: PromiseMade) => keptOn === null;

export const promiseStepForm = workForm({
  name: 'promise-step',
  fits: ({ promises }) => promises.some(open),
  shape: ({ familyCase, today }) => ({
    promiseId: recordOf(familyCase.promises),
    outcome: z.enum(steps),
    on: pastDay(today),
  }),
  inputs: (field, { familyCase }, words) => [
    ...field.select(
      'promiseId',
      optionsOf(familyCase.promises, open, ({ what, due }) => (due === null ? what : `${what}, ${dutchDay(due)}`)),
    ),
    ...field.pick('outcome', steps, (value) => words(`belofte.${value}`)),
    ...field.past(),
  ],
  entry: ({ promiseId, outcome, on }) => ({ kind: outcome, promiseId: promiseId.id, on }),
});
