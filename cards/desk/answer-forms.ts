/** What is said back to the parent: to a proposal, to a step, by telephone, and what was understood. */
import { z } from 'zod';
import { dutchDay } from '../dutch-date.ts';
import { pastDay, reason, recordOf, requiredText, requiredWords } from '../forms/fields.ts';
import { optionsOf } from '../forms/form.ts';
import { bareRefusal, groundsInputs, groundsShape } from './decide-forms.ts';
import { deskForm } from './desk-form.ts';
import { type DeskView, mayAct } from './desk-view.ts';
import { anyOpen, notClosed, onDesk } from './fits.ts';

export const proposalForm = deskForm({
  name: 'proposal',
  fits: (view) => notClosed(view) && view.escalation.proposals.some(({ answer }) => answer === null),
  shape: ({ escalation }) => ({
    proposalId: recordOf(escalation.proposals),
    verdict: z.enum(['granted', 'refused']),
    reason,
    ...groundsShape,
  }),
  inputs: (field, { escalation }, words) => [
    ...field.select(
      'proposalId',
      optionsOf(
        escalation.proposals,
        ({ answer }) => answer === null,
        ({ who, words: said }) => who ?? said.text,
      ),
    ),
    ...field.pick('verdict', ['granted', 'refused'], (value) => words(`bureau.voorstel-${value}`), {
      label: 'proposal-verdict',
    }),
    ...field.paragraph('reason'),
    ...groundsInputs(field, words),
  ],
  together: bareRefusal,
  action: ({ proposalId, ...values }) => ({ kind: 'answer-proposal', proposalId: proposalId.id, ...values }),
});

/** The words, the summary, and the last changes, the newest first. */
const MOST_STEPS = 15;
const subjects = ({ escalation }: DeskView) => [
  'own-words',
  ...(escalation.summary === null ? [] : ['summary']),
  ...escalation.steps
    .slice(-MOST_STEPS)
    .reverse()
    .map(({ id }) => id),
];

export const commentForm = deskForm({
  name: 'comment',
  fits: mayAct,
  shape: (view) => ({ about: recordOf(subjects(view)), text: requiredWords }),
  inputs: (field, view, words) => [
    ...field.select(
      'about',
      subjects(view).map((about, place) => {
        const step = view.escalation.steps.find(({ id }) => id === about);
        const title = step === undefined ? words(`bureau.over.${about}`) : words(`bureau.stap.${step.kind}`);
        return { title, value: String(place) };
      }),
    ),
    ...field.paragraph('text', { maxLength: 4000 }),
  ],
  action: (values) => ({ kind: 'comment', ...values }),
});

export const summariseForm = deskForm({
  name: 'summarise',
  fits: onDesk,
  shape: () => ({ text: requiredText }),
  inputs: (field, { escalation }) =>
    field.paragraph('text', { label: 'summary', prefilled: escalation.summary ?? undefined }),
  action: (values) => ({ kind: 'summarise', ...values }),
});

export const callBackForm = deskForm({
  name: 'call-back-done',
  fits: (view) => mayAct(view) && anyOpen(view.escalation.callBacks),
  shape: ({ escalation, today }) => ({ callBackId: recordOf(escalation.callBacks), on: pastDay(today) }),
  inputs: (field, { escalation }) => [
    ...field.select(
      'callBackId',
      optionsOf(
        escalation.callBacks,
        ({ done }) => done === null,
        ({ reach, due }) => `${reach}, ${dutchDay(due)}`,
      ),
    ),
    ...field.past('on'),
  ],
  action: ({ callBackId, on }) => ({ kind: 'call-back-done', callBackId: callBackId.id, on }),
});
