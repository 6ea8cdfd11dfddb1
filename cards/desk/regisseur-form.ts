/** The regisseur, named by the officer. */
import { z } from 'zod';
import { optionalLine, requiredLine } from '../forms/fields.ts';
import { deskForm } from './desk-form.ts';
import { notClosed } from './fits.ts';

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
