/** After the help: when somebody calls, what a relapse looks like, and what is done then. */
import { z } from 'zod';
import type { Aftercare, FamilyCase } from '../../cases/index.ts';
import { dutchDay } from '../dutch-date.ts';
import type { Words } from '../elements.ts';
import type { Option } from '../inputs.ts';
import {
  comingDay,
  optionalComingDay,
  optionalDay,
  optionalText,
  pastDay,
  reason,
  requiredLine,
  requiredText,
  someLines,
} from './fields.ts';
import { workForm } from './form.ts';

export const aftercareForm = workForm({
  name: 'aftercare',
  shape: ({ today }) => ({
    contact: requiredLine,
    relapseSigns: someLines,
    relapsePlan: requiredText,
    chronicReviewOn: optionalComingDay(today),
    on: pastDay(today),
  }),
  inputs: (field) => [
    ...field.explain('werk.aftercare.uitleg'),
    ...field.line('contact'),
    ...field.paragraph('relapseSigns', { optional: true }),
    ...field.paragraph('relapsePlan'),
    ...field.day('chronicReviewOn', { optional: true }),
    ...field.past('on', { label: 'on.vanaf' }),
  ],
  entry: (values) => ({ kind: 'aftercare', ...values }),
});

const runs = ({ aftercare }: Pick<FamilyCase, 'aftercare'>) => aftercare !== null && aftercare.endedOn === null;

/** Days that still wait: the moments, and the review of a chronic family. */
export function waitingDays({ moments, chronicReviewOn }: Aftercare): readonly string[] {
  const days = moments.filter(({ doneOn }) => doneOn === null).map(({ due }) => due);
  return [...new Set([...days, ...(chronicReviewOn === null ? [] : [chronicReviewOn])])].sort();
}

function dayOptions({ aftercare }: FamilyCase, words: Words): readonly Option[] {
  if (aftercare === null) return [];
  return waitingDays(aftercare).map((day) => ({
    title: day === aftercare.chronicReviewOn ? `${dutchDay(day)}, ${words('nazorg.herbeoordeling')}` : dutchDay(day),
    value: day,
  }));
}

export const aftercareMomentForm = workForm({
  name: 'aftercare-moment',
  fits: (familyCase) =>
    runs(familyCase) && familyCase.aftercare !== null && waitingDays(familyCase.aftercare).length > 0,
  shape: ({ familyCase, today, attempt }) => ({
    moment: z.iso.date(),
    relapse: z.enum(['yes', 'no']),
    note: optionalText,
    nextReviewOn: attempt.typed.moment === familyCase.aftercare?.chronicReviewOn ? comingDay(today) : optionalDay,
    on: pastDay(today),
  }),
  inputs: (field, { familyCase }, words) => {
    const days = dayOptions(familyCase, words);
    const chronic = familyCase.aftercare !== null && familyCase.aftercare.chronicReviewOn !== null;
    return [
      ...field.select('moment', days, { prefilled: days[0]?.value }),
      ...field.pick('relapse', ['yes', 'no'], (value) => words(`formulier.${value}`), { prefilled: 'no' }),
      ...field.paragraph('note', { optional: true }),
      ...(chronic ? field.day('nextReviewOn', { optional: true }) : []),
      ...field.past(),
    ];
  },
  entry: ({ moment, relapse, ...values }) => ({
    kind: 'aftercare-moment',
    due: moment,
    relapse: relapse === 'yes',
    ...values,
  }),
});

export const aftercareEndedForm = workForm({
  name: 'aftercare-ended',
  fits: runs,
  shape: ({ today }) => ({ reason, on: pastDay(today) }),
  inputs: (field) => [
    ...field.paragraph('reason', { label: 'reason.nazorg' }),
    ...field.past('on', { label: 'on.einde' }),
  ],
  entry: (values) => ({ kind: 'aftercare-ended', ...values }),
});
