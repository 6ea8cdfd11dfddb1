/** What is still missing before it can be decided: asked for, and received. */
import { z } from 'zod';
import type { Words } from '../elements.ts';
import { comingDay, optionalLine, recordOf, requiredText, requiredWords } from '../forms/fields.ts';
import { optionsOf } from '../forms/form.ts';
import { deskForm } from './desk-form.ts';
import type { DeskView } from './desk-view.ts';
import { notClosed, onDesk } from './fits.ts';
import { nameOf } from './names.ts';

/** Whom more can be asked of, as values of the list. */
const askedOf = (view: DeskView) => [
  'parent',
  ...view.familyCase.workers.map((_, place) => `worker-${place}`),
  'outside',
];

function workerOf(value: string, { familyCase }: DeskView): string | undefined {
  const place = /^worker-(\d{1,3})$/.exec(value)?.[1];
  return place === undefined ? undefined : familyCase.workers[Number(place)];
}

function titleOfAsked(value: string, view: DeskView, words: Words): string {
  if (value === 'parent' || value === 'outside') return words(`bureau.wie.${value}`);
  return nameOf(workerOf(value, view) ?? '', view) ?? words('bureau.wie.worker');
}

export const askMoreForm = deskForm({
  name: 'ask-more',
  fits: onDesk,
  shape: (view) => ({
    question: requiredText,
    of: z.string().refine((value) => askedOf(view).includes(value)),
    outside: optionalLine,
    due: comingDay(view.today),
  }),
  inputs: (field, view, words) => [
    ...field.paragraph('question'),
    ...field.select(
      'of',
      askedOf(view).map((value) => ({ title: titleOfAsked(value, view, words), value })),
    ),
    ...field.line('outside', { optional: true }),
    ...field.day('due'),
  ],
  together: (data) => {
    const read = z.object({ of: z.literal('outside'), outside: z.string().default('') }).safeParse(data);
    return read.success && read.data.outside.trim() === '' ? ['outside'] : [];
  },
  action: ({ question, of, outside, due }, view) => {
    const id = workerOf(of, view);
    if (of === 'outside') return { kind: 'ask-more', question, of: { kind: 'outside', name: outside ?? '' }, due };
    return { kind: 'ask-more', question, of: id === undefined ? { kind: 'parent' } : { kind: 'worker', id }, due };
  },
});

export const moreReceivedForm = deskForm({
  name: 'more-received',
  fits: (view) => notClosed(view) && view.escalation.questions.some(({ answer }) => answer === null),
  shape: ({ escalation }) => ({ questionId: recordOf(escalation.questions), words: requiredWords }),
  inputs: (field, { escalation }) => [
    ...field.select(
      'questionId',
      optionsOf(
        escalation.questions,
        ({ answer }) => answer === null,
        ({ question }) => question,
      ),
    ),
    ...field.paragraph('words', { maxLength: 8000 }),
  ],
  action: ({ questionId, words }) => ({ kind: 'more-received', questionId: questionId.id, words }),
});
