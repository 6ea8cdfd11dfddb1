/** Every form of the desk, by when it is needed. */
import { callBackForm, commentForm, proposalForm, summariseForm } from './answer-forms.ts';
import { askMoreForm, moreReceivedForm } from './asking-forms.ts';
import { closeForm } from './close-form.ts';
import { complaintForm } from './complaint-form.ts';
import { decideForm, decideWithOrderForm, elsewhereForm } from './decide-forms.ts';
import type { DeskForm } from './desk-form.ts';
import { handOverForm, reopenForm, takeOverForm } from './owner-forms.ts';
import { orderBlockedForm, orderDoneForm, orderForm } from './order-forms.ts';
import { unpublishForm } from './publication-form.ts';
import { regisseurForm } from './regisseur-form.ts';

/** In the order of the card; at most six in a row, because Teams shows six. */
export const deskFormGroups: readonly (readonly [group: string, forms: readonly DeskForm[]])[] = [
  ['besluit', [decideWithOrderForm, elsewhereForm, askMoreForm, regisseurForm]],
  ['antwoord', [proposalForm, moreReceivedForm, callBackForm, complaintForm, summariseForm, commentForm]],
  ['opdracht', [orderForm, orderDoneForm, orderBlockedForm]],
  ['afronden', [closeForm, unpublishForm, reopenForm, handOverForm, takeOverForm]],
];

export { decideForm };

export const deskForms: readonly DeskForm[] = [decideForm, ...deskFormGroups.flatMap(([, forms]) => forms)];
