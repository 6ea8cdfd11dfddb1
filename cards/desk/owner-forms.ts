/** On whose desk it lies: handed over, taken over, opened again. */
import { isFiler } from '../../cases/index.ts';
import { dutchDay } from '../dutch-date.ts';
import { reason, recordOf } from '../forms/fields.ts';
import { optionsOf } from '../forms/form.ts';
import { deskForm } from './desk-form.ts';
import type { DeskFormView } from './desk-form.ts';
import type { DeskView } from './desk-view.ts';
import { decided, onDesk } from './fits.ts';
import { hasMoved, ownerRef } from './was-first.ts';

/** Who had it when the form was opened: a reason is about that person, and not about who got it meanwhile. */
const aboutOwner = {
  carries: ({ escalation, attempt: { typed } }: DeskFormView) => ({ owner: typed.owner ?? ownerRef(escalation) }),
  isOver: ({ escalation, attempt: { typed } }: DeskFormView) => hasMoved(escalation, typed),
};

/** Colleagues on duty who may have it: not who has it now, and never who filed it. */
const others = ({ officers, escalation }: DeskView) =>
  officers.filter(({ id }) => !isFiler(escalation, id) && id !== escalation.owner);

export const handOverForm = deskForm({
  name: 'hand-over',
  fits: (view) => onDesk(view) || decided(view),
  ...aboutOwner,
  shape: (view) => ({ to: recordOf(others(view)), reason }),
  inputs: (field, view, words) => [
    ...field.select(
      'to',
      optionsOf(
        others(view),
        () => true,
        ({ id, name = id, away }) => {
          const until = away?.find(({ from, until: last }) => from <= view.today && view.today <= last)?.until;
          const absent = until === undefined ? '' : ` (${words('bureau.afwezig-tot', { datum: dutchDay(until) })})`;
          return `${name}${absent}`;
        },
      ),
      { label: 'hand-over-to' },
    ),
    ...field.paragraph('reason'),
  ],
  action: ({ to, reason: why }) => ({ kind: 'hand-over', to: to.id, reason: why }),
});

export const takeOverForm = deskForm({
  name: 'take-over',
  fits: (view) => (onDesk(view) || decided(view)) && view.escalation.owner !== view.viewer,
  ...aboutOwner,
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
