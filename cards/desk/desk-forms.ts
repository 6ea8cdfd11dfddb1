/** What the desk does beside deciding: ask, order, name, answer, hand over, open again. */
import { z } from 'zod';
import { isOpen } from '../../cases/index.ts';
import {
  comingDay,
  optionalLine,
  pastDay,
  reason,
  recordOf,
  requiredLine,
  requiredText,
  requiredWords,
  optionalText,
} from '../forms/fields.ts';
import { optionsOf } from '../forms/form.ts';
import { dutchDay } from '../dutch-date.ts';
import type { Words } from '../elements.ts';
import {
  bareRefusal,
  groundsInputs,
  groundsShape,
  maybeBlocker,
  orderInputs,
  orderOf,
  orderShape,
} from './decide-forms.ts';
import { deskForm } from './desk-form.ts';
import { type DeskView, mayAct } from './desk-view.ts';
import { nameOf } from './names.ts';

type Frame = Pick<DeskView, 'escalation' | 'viewer'>;

const onDesk = (view: Frame): boolean => isOpen(view.escalation) && mayAct(view);
const decided = (view: Frame): boolean => view.escalation.state.kind === 'decided' && mayAct(view);
const notClosed = (view: Frame): boolean => mayAct(view) && view.escalation.closing === null;
const anyOpen = (all: readonly { readonly done: unknown }[]): boolean => all.some(({ done }) => done === null);

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

export const orderForm = deskForm({
  name: 'order',
  fits: (view) => decided(view) && view.escalation.closing === null,
  shape: ({ today }) => orderShape(today),
  inputs: (field) => orderInputs(field),
  action: (values) => ({ kind: 'order', order: orderOf(values) }),
});

const orderOptions = ({ escalation }: DeskView) =>
  optionsOf(
    escalation.orders,
    ({ done }) => done === null,
    ({ to, due }) => `${to}, ${dutchDay(due)}`,
  );

export const orderDoneForm = deskForm({
  name: 'order-done',
  fits: (view) => mayAct(view) && anyOpen(view.escalation.orders),
  shape: ({ escalation, today }) => ({ orderId: recordOf(escalation.orders), on: pastDay(today), note: optionalText }),
  inputs: (field, view) => [
    ...field.select('orderId', orderOptions(view)),
    ...field.past('on'),
    ...field.paragraph('note', { optional: true }),
  ],
  action: ({ orderId, on, note }) => ({ kind: 'order-carried-out', orderId: orderId.id, on, note }),
});

export const orderBlockedForm = deskForm({
  name: 'order-blocked',
  fits: (view) => mayAct(view) && anyOpen(view.escalation.orders),
  shape: ({ escalation }) => ({
    orderId: recordOf(escalation.orders),
    blocker: maybeBlocker.refine((one) => one !== null),
    reason,
  }),
  inputs: (field, view, words) => [
    ...field.select('orderId', orderOptions(view)),
    ...field.pick('blocker', ['law', 'partner-rule', 'own-institution', 'capacity', 'no-agreement'], (value) =>
      words(`bureau.blok.${value}`),
    ),
    ...field.paragraph('reason'),
  ],
  action: ({ orderId, blocker, reason: why }) => ({
    kind: 'order-blocked',
    orderId: orderId.id,
    blocker,
    reason: why,
  }),
});

const yesNo = ['yes', 'no', 'unknown'] as const;

export const regisseurForm = deskForm({
  name: 'regisseur',
  fits: notClosed,
  shape: () => ({
    name: requiredLine,
    organisation: requiredLine,
    canLead: z.enum(yesNo),
    mandate: z.enum(yesNo),
    match: z.enum(yesNo),
    deputy: optionalLine,
  }),
  inputs: (field, _view, words) => [
    ...field.line('name'),
    ...field.line('organisation'),
    ...(['canLead', 'mandate', 'match'] as const).flatMap((id) =>
      field.pick(id, yesNo, (value) => words(`formulier.${value}`)),
    ),
    ...field.line('deputy', { optional: true }),
  ],
  action: (regisseur) => ({ kind: 'assign-regisseur', regisseur }),
});

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

/** Colleagues on duty who may have it: not who has it now, and never who filed it. */
const others = ({ officers, escalation }: DeskView) =>
  officers.filter(({ id }) => id !== escalation.filedBy.id && id !== escalation.owner);

export const handOverForm = deskForm({
  name: 'hand-over',
  fits: (view) => onDesk(view) || decided(view),
  shape: (view) => ({ to: recordOf(others(view)), reason }),
  inputs: (field, view, words) => [
    ...field.select(
      'to',
      others(view).map(({ id, name = id, away }, place) => {
        const until = away?.find(({ from, until: last }) => from <= view.today && view.today <= last)?.until;
        const absent = until === undefined ? '' : ` (${words('bureau.afwezig-tot', { datum: dutchDay(until) })})`;
        return { title: `${name}${absent}`, value: String(place) };
      }),
      { label: 'hand-over-to' },
    ),
    ...field.paragraph('reason'),
  ],
  action: ({ to, reason: why }) => ({ kind: 'hand-over', to: to.id, reason: why }),
});

export const takeOverForm = deskForm({
  name: 'take-over',
  fits: (view) => (onDesk(view) || decided(view)) && view.escalation.owner !== view.viewer,
  shape: () => ({ reason }),
  inputs: (field) => field.paragraph('reason'),
  action: (values) => ({ kind: 'take-over', ...values }),
});

export const reopenForm = deskForm({
  name: 'reopen',
  fits: decided,
  shape: () => ({ reason }),
  inputs: (field) => field.paragraph('reason'),
  action: (values) => ({ kind: 'reopen', ...values }),
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
