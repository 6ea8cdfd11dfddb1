/** What the family asks, in its own words, and what it hears. */
import { z } from 'zod';
import type { CaseEntry, SignalCode } from '../../cases/index.ts';
import { dutchDay } from '../dutch-date.ts';
import { line, type Words } from '../elements.ts';
import { whoSaidIt } from './contact.ts';
import { optionalLine, optionalRecordOf, pastDay, reason, requiredLine, requiredWords, ticks } from './fields.ts';
import { type FormContext, optionsOf, workForm } from './form.ts';

const requestKinds = ['regisseur', 'help', 'place', 'budget', 'answer', 'other'] as const;
const outcomes = ['granted', 'refused', 'not-granted', 'left-with-failing-party'] as const;
/** What is often said together with a question. */
const besides = [
  'overload-parent',
  'cry-for-help',
  'parent-searches-herself',
  'many-agencies',
  'no-plan',
  'regie-not-working',
] as const satisfies readonly SignalCode[];

export const requestForm = workForm({
  name: 'request',
  shape: ({ today }) => ({
    requestKind: z.enum(requestKinds),
    words: requiredWords,
    from: requiredLine,
    askedOf: requiredLine,
    codes: ticks(besides),
    on: pastDay(today),
  }),
  inputs: (field, _view, words) => [
    ...field.pick('requestKind', requestKinds, (value) => words(`verzoek.${value}`)),
    ...field.verbatim('words', { label: 'words.vraag' }),
    line(words('formulier.ownWords.uitleg')),
    ...field.pick('from', whoSaidIt, (value) => words(`wie.${value}`), { prefilled: 'ouder' }),
    ...field.line('askedOf', { prefilled: words('werk.gevraagd-aan') }),
    ...field.tick(
      'codes',
      besides.map((value) => ({ title: words(`signaal.${value}`), value })),
      { label: 'codes.erbij' },
    ),
    ...field.past('on', { label: 'on.gevraagd' }),
  ],
  entry: ({ codes, ...values }) => ({ kind: 'request', ...values, signals: codes }),
});

function openRequests({ familyCase }: Pick<FormContext, 'familyCase'>, words: Words) {
  return optionsOf(
    familyCase.requests,
    ({ endedOn }) => endedOn === null,
    ({ requestKind, on, words: own }) => `${words(`verzoek.${requestKind}`)}, ${dutchDay(on)}: ${own.text}`,
  );
}

export const answerForm = workForm({
  name: 'answer',
  fits: ({ requests }) => requests.some(({ endedOn }) => endedOn === null),
  shape: ({ familyCase, today }) => ({
    requestId: optionalRecordOf(familyCase.requests),
    outcome: z.enum(outcomes),
    reason,
    on: pastDay(today),
  }),
  inputs: (field, view, words) => {
    const open = openRequests(view, words);
    const all = open.length > 1 ? [{ title: words('werk.answer.alle'), value: '' }] : [];
    return [
      ...field.select('requestId', [...open, ...all], { optional: all.length > 0 }),
      ...field.pick('outcome', outcomes, (value) => words(`antwoord.uitkomst.${value}`)),
      ...field.paragraph('reason', { label: 'reason.ouder' }),
      line(words('werk.answer.regel')),
      ...field.past(),
    ];
  },
  entry: ({ requestId, ...values }): CaseEntry => ({ kind: 'answer', requestId: requestId?.id ?? null, ...values }),
});

export const rejectionForm = workForm({
  name: 'rejection',
  shape: ({ today }) => ({
    what: requiredLine,
    rule: requiredLine,
    alternative: optionalLine,
    maatwerk: z.enum(['yes', 'no']),
    on: pastDay(today),
  }),
  inputs: (field, _view, words) => [
    ...field.line('what', { label: 'what.afgewezen' }),
    ...field.line('rule'),
    ...field.line('alternative', { optional: true }),
    ...field.pick('outcome', ['yes', 'no'], (value) => words(`formulier.${value}`), {
      input: 'maatwerk',
      label: 'maatwerk',
      prefilled: 'no',
    }),
    line(words('werk.rejection.uitleg')),
    ...field.past(),
  ],
  entry: ({ maatwerk, ...values }) => ({ kind: 'rejection', ...values, maatwerk: maatwerk === 'yes' }),
});
