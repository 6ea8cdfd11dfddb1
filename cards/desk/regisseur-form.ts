/** The regisseur, named by the officer. */
import { z } from 'zod';
import { optionalLine, requiredLine } from '../forms/fields.ts';
import { askReplaces, leadingLines, namedRegisseurLines, replacesField } from '../one-regisseur.ts';
import { deskForm } from './desk-form.ts';
import { notClosed } from './fits.ts';

const yesNo = ['yes', 'no', 'unknown'] as const;

export const regisseurForm = deskForm({
  name: 'regisseur',
  fits: notClosed,
  shape: ({ familyCase, today }) => ({
    replaces: replacesField(familyCase, today),
    name: requiredLine,
    organisation: requiredLine,
    canLead: z.enum(yesNo),
    mandate: z.enum(yesNo),
    match: z.enum(yesNo),
    deputy: optionalLine,
  }),
  inputs: (field, { familyCase, today }, words) => [
    ...askReplaces(field, leadingLines(familyCase, today, today, words), words),
    ...field.line('name'),
    ...field.line('organisation'),
    ...(['canLead', 'mandate', 'match'] as const).flatMap((id) =>
      field.pick(id, yesNo, (value) => words(`formulier.${value}`)),
    ),
    ...field.line('deputy', { optional: true }),
  ],
  action: ({ replaces, ...regisseur }) => ({ kind: 'assign-regisseur', regisseur, replaces }),
  done({ escalation, familyCase }, words) {
    const id = escalation.steps.findLast(({ kind }) => kind === 'regisseur-assigned')?.about;
    const named = familyCase.regisseurs.find((one) => one.id === id);
    const lines = named === undefined ? [] : namedRegisseurLines(familyCase, named, words);
    if (lines.length === 0) return null;
    return [words('bureau.klaar.regisseur.vastgelegd'), ...lines].join(' ');
  },
});
