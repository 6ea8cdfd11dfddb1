/** Takes what was written for everybody off the public page: one press. */
import { deskForm } from './desk-form.ts';
import { mayAct } from './desk-view.ts';

export const unpublishForm = deskForm({
  name: 'unpublish',
  atOnce: true,
  fits: (view) => mayAct(view) && (view.escalation.closing?.published ?? null) !== null,
  shape: () => ({}),
  inputs: () => [],
  action: () => ({ kind: 'unpublish' }),
});
