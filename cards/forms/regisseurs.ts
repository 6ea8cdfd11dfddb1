/** Who leads, since when, and that nobody does any more. */
import { z } from 'zod';
import type { Regisseur } from '../../cases/index.ts';
import { optionalLine, pastDay, reason, recordOf, requiredLine } from './fields.ts';
import { askReplaces, leadingLines, replacesField } from '../one-regisseur.ts';
import { optionsOf, workForm } from './form.ts';

const yesNo = ['yes', 'no', 'unknown'] as const;

export const regisseurForm = workForm({
  name: 'regisseur',
  shape: ({ familyCase, today }) => ({
    replaces: replacesField(familyCase, today),
    name: requiredLine,
    organisation: requiredLine,
    canLead: z.enum(yesNo),
    mandate: z.enum(yesNo),
    match: z.enum(yesNo),
    deputy: optionalLine,
    on: pastDay(today),
  }),
  inputs: (field, { familyCase, today }, words) => [
    ...field.explain('werk.regisseur.uitleg'),
    ...askReplaces(field, leadingLines(familyCase, today, null, words), words),
    ...field.line('name'),
    ...field.line('organisation'),
    ...field.pick('canLead', yesNo, (value) => words(`formulier.${value}`), { prefilled: 'unknown' }),
    ...field.pick('mandate', yesNo, (value) => words(`formulier.${value}`), { prefilled: 'unknown' }),
    ...field.pick('match', yesNo, (value) => words(`formulier.${value}`), { prefilled: 'unknown' }),
    ...field.line('deputy', { optional: true }),
    ...field.past('on', { label: 'on.vanaf' }),
  ],
  entry: ({ on, replaces, ...regisseur }) => ({ kind: 'regisseur', on, replaces, regisseur }),
});

const leads = ({ until }: Regisseur) => until === null;

export const regisseurLostForm = workForm({
  name: 'regisseur-lost',
  fits: ({ regisseurs }) => regisseurs.some(leads),
  shape: ({ familyCase, today }) => ({
    regisseurId: recordOf(familyCase.regisseurs),
    reason,
    on: pastDay(today),
  }),
  inputs: (field, { familyCase }) => [
    ...field.select(
      'regisseurId',
      optionsOf(familyCase.regisseurs, leads, ({ name, organisation }) => `${name}, ${organisation}`),
    ),
    ...field.paragraph('reason'),
    ...field.past('on', { label: 'on.einde' }),
  ],
  entry: ({ regisseurId, ...values }) => ({ kind: 'regisseur-lost', regisseurId: regisseurId.id, ...values }),
});
