/** What is said back to the parent: to a proposal, to a step, by telephone, and what was understood. */
import { z } from 'zod';
import { isStillToCall } from '../../cases/index.ts';
import { dutchDay } from '../dutch-date.ts';
import { pastDay, reason, recordOf, requiredText, requiredWords } from '../forms/fields.ts';
import { optionsOf } from '../forms/form.ts';
import { bareRefusal, groundsInputs, groundsShape } from './decide-forms.ts';
import { deskForm } from './desk-form.ts';
import { type DeskView, mayAct } from './desk-view.ts';
import { notClosed, onDesk } from './fits.ts';
import { isRewritten, summaryRef } from './was-first.ts';

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

/** How many of the last changes can be chosen. */
const MOST_STEPS = 15;

/** The words, the summary, and every change, the newest first. */
const subjects = ({ escalation }: DeskView): readonly { readonly id: string }[] => [
  { id: 'own-words' },
  ...(escalation.summary === null ? [] : [{ id: 'summary' }]),
  ...escalation.steps.toReversed(),
];

export const commentForm = deskForm({
  name: 'comment',
  fits: mayAct,
  shape: (view) => ({ about: recordOf(subjects(view)), text: requiredWords }),
  inputs: (field, view, words) => [
    ...field.select(
      'about',
      optionsOf(
        subjects(view),
        ({ id: about }) => !view.escalation.steps.slice(0, -MOST_STEPS).some(({ id }) => id === about),
        ({ id: about }) => {
          const step = view.escalation.steps.find(({ id }) => id === about);
          return step === undefined ? words(`bureau.over.${about}`) : words(`bureau.stap.${step.kind}`);
        },
      ),
    ),
    ...field.paragraph('text', { maxLength: 4000 }),
  ],
  action: ({ about, text }) => ({ kind: 'comment', about: about.id, text }),
});

export const summariseForm = deskForm({
  name: 'summarise',
  fits: onDesk,
  shape: () => ({ text: requiredText }),
  // What a colleague wrote meanwhile is not replaced unseen.
  carries: ({ escalation, attempt: { typed } }) => ({ explained: typed.explained ?? summaryRef(escalation) }),
  isOver: ({ escalation, attempt: { typed } }) => isRewritten(escalation, typed),
  inputs: (field, { escalation }) =>
    field.paragraph('text', { label: 'summary', prefilled: escalation.summary ?? undefined }),
  action: (values) => ({ kind: 'summarise', ...values }),
});

export const callBackForm = deskForm({
  name: 'call-back-done',
  fits: (view) => mayAct(view) && view.escalation.callBacks.some((one) => isStillToCall(view.escalation, one)),
  shape: ({ escalation, today }) => ({ callBackId: recordOf(escalation.callBacks), on: pastDay(today) }),
  inputs: (field, { escalation }) => [
    ...field.select(
      'callBackId',
      optionsOf(
        escalation.callBacks,
        (one) => isStillToCall(escalation, one),
        ({ reach, due }) => `${reach}, ${dutchDay(due)}`,
      ),
    ),
    ...field.past('on'),
  ],
  action: ({ callBackId, on }) => ({ kind: 'call-back-done', callBackId: callBackId.id, on }),
});
