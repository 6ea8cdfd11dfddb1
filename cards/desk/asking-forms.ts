/** What is still missing before it can be decided: asked for, and received. */
import { z } from 'zod';
import { choiceRef } from '../choice-ref.ts';
import type { Words } from '../elements.ts';
import { comingDay, optionalLine, recordOf, requiredText, requiredWords, WORDS } from '../forms/fields.ts';
import { optionsOf } from '../forms/form.ts';
import { deskForm } from './desk-form.ts';
import type { DeskView } from './desk-view.ts';
import { notClosed, onDesk } from './fits.ts';
import { nameOf } from './names.ts';

type Asked =
  | { readonly kind: 'parent' | 'outside'; readonly value: string }
  | { readonly kind: 'worker'; readonly value: string; readonly id: string };

/** Whom more can be asked of, with the values of the list. */
const askedOf = ({ familyCase }: DeskView): readonly Asked[] => [
  { kind: 'parent', value: 'parent' },
  ...familyCase.workers.map((id) => ({ kind: 'worker', value: choiceRef(id), id }) as const),
  { kind: 'outside', value: 'outside' },
];

function titleOfAsked(asked: Asked, view: DeskView, words: Words): string {
  if (asked.kind !== 'worker') return words(`bureau.wie.${asked.kind}`);
  return nameOf(asked.id, view) ?? words('bureau.wie.worker');
}

export const askMoreForm = deskForm({
  name: 'ask-more',
  fits: onDesk,
  shape: (view) => ({
    question: requiredText,
    of: z.string().refine((chosen) => askedOf(view).some(({ value }) => value === chosen)),
    outside: optionalLine,
    due: comingDay(view.today),
  }),
  inputs: (field, view, words) => [
    ...field.paragraph('question'),
    ...field.select(
      'of',
      askedOf(view).map((one) => ({ title: titleOfAsked(one, view, words), value: one.value })),
    ),
    ...field.line('outside', { optional: true }),
    ...field.day('due'),
  ],
  together: (data) => {
    const read = z.object({ of: z.literal('outside'), outside: z.string().default('') }).safeParse(data);
    return read.success && read.data.outside.trim() === '' ? ['outside'] : [];
  },
  action: ({ question, of, outside, due }, view) => {
    if (of === 'outside') return { kind: 'ask-more', question, of: { kind: 'outside', name: outside ?? '' }, due };
    const id = view.familyCase.workers.find((worker) => choiceRef(worker) === of);
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
    ...field.paragraph('words', { maxLength: WORDS }),
  ],
  action: ({ questionId, words }) => ({ kind: 'more-received', questionId: questionId.id, words }),
});
