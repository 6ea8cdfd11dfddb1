/** An order to an organisation: given, carried out, or in whose way something stands. */
import { isGiven } from '../../cases/index.ts';
import { dutchDay } from '../dutch-date.ts';
import { optionalText, pastDay, reason, recordOf } from '../forms/fields.ts';
import { optionsOf } from '../forms/form.ts';
import { maybeBlocker, orderInputs, orderOf, orderShape } from './decide-forms.ts';
import { deskForm } from './desk-form.ts';
import { type DeskView, mayAct } from './desk-view.ts';
import { anyOpen, decided } from './fits.ts';

export const orderForm = deskForm({
  name: 'order',
  fits: (view) => decided(view) && view.escalation.closing === null,
  shape: ({ today }) => orderShape(today),
  inputs: (field) => orderInputs(field),
  // Opened twice and sent twice: the organisation is told, and reminded, once.
  isOver: ({ escalation, attempt: { typed } }) =>
    isGiven(escalation, { to: typed.orderTo ?? '', what: typed.orderWhat ?? '', due: typed.orderDue ?? '' }),
  overKey: 'bureau.voorbij.order',
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
