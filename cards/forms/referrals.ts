/** To whom the family is sent, why that was refused, and what came of it. */
import { z } from 'zod';
import type { FamilyCase, Referral, Refusal } from '../../cases/index.ts';
import type { CardElement } from '../adaptive-card.ts';
import { dutchDay } from '../dutch-date.ts';
import { dataLine, errorLine, line, quote, run, runs, sentence, subheading, type Words } from '../elements.ts';
import { optionalLine, optionalText, pastDay, recordOf, requiredLine, requiredText } from './fields.ts';
import { optionsOf, type Providers, workForm } from './form.ts';

const MOST_ALTERNATIVES = 8;

/** A party from the register of the municipality, or one that is typed. */
export const referralForm = workForm({
  name: 'referral',
  shape: ({ providers, today, attempt }) => ({
    provider: z
      .literal('')
      .transform(() => null)
      .or(recordOf(providers))
      .default(null),
    to: (attempt.typed.provider ?? '') === '' ? requiredLine : optionalLine,
    purpose: requiredLine,
    on: pastDay(today),
  }),
  inputs: (field, { providers }, words) => [
    ...(providers.length === 0
      ? []
      : field.select(
          'provider',
          optionsOf(
            providers,
            () => true,
            (one) => providerTitle(one, words),
          ),
          { optional: true, prefilled: undefined },
        )),
    ...field.line('to', { optional: providers.length > 0, label: providers.length > 0 ? 'to.anders' : 'to' }),
    ...field.line('purpose'),
    ...field.past(),
  ],
  entry: ({ provider, to, purpose, on }) => ({ kind: 'referral', to: provider?.naam ?? to ?? '', purpose, on }),
});

/** What the register says of a party, in one line. */
export function providerTitle({ naam, kanRegie, wachtlijstSinds }: Providers[number], words: Words): string {
  const waits = wachtlijstSinds === null ? [] : [words('aanbieder.wachtlijst', { datum: dutchDay(wachtlijstSinds) })];
  return [naam, words(`aanbieder.regie.${kanRegie}`), ...waits].join(', ');
}

type NotReferred = Extract<Refusal, { kind: 'referral-twice' | 'cannot-deliver' }>;

/** On the form itself: why not, and what can be done instead. */
export function refusedReferral(refusal: NotReferred, words: Words): readonly CardElement[] {
  const why = refusal.kind === 'referral-twice' ? sentBefore(refusal.earlier, words) : cannot(refusal, words);
  return [errorLine(words(`weiger.${refusal.kind}`)), ...why];
}

function sentBefore({ to, on, outcome }: Referral, words: Words): readonly CardElement[] {
  return [
    sentence(words, 'verwijzing.eerder', { partij: to, datum: dutchDay(on) }),
    line(words(`verwijzing.uitkomst.${outcome.kind}`)),
    ...('reason' in outcome && outcome.reason.trim() !== '' ? [quote(outcome.reason, 400)] : []),
  ];
}

function cannot(
  { because, since, alternatives }: Extract<NotReferred, { kind: 'cannot-deliver' }>,
  words: Words,
): readonly CardElement[] {
  const shown = alternatives.slice(0, MOST_ALTERNATIVES);
  return [
    since === null
      ? line(words(`verwijzing.kan-niet.${because}`))
      : dataLine(words(`verwijzing.kan-niet.${because}.sinds`, { datum: dutchDay(since) })),
    subheading(words(shown.length === 0 ? 'verwijzing.geen-alternatief' : 'verwijzing.alternatief')),
    ...shown.map(({ name, delivers }) =>
      runs(run(name, { bold: true }), { type: 'TextRun', text: ' ' }, run(delivers.join(', '))),
    ),
  ];
}

const outcomes = ['done', 'refused', 'cannot-deliver', 'waiting-list'] as const;
const isOpen = ({ outcome }: Referral) => outcome.kind !== 'done';

export const referralOutcomeForm = workForm({
  name: 'referral-outcome',
  fits: ({ referrals }: Pick<FamilyCase, 'referrals'>) => referrals.some(isOpen),
  shape: ({ familyCase, today, attempt }) => ({
    referralId: recordOf(familyCase.referrals),
    outcome: z.enum(outcomes),
    reason: attempt.typed.outcome === 'done' ? optionalText : requiredText,
    on: pastDay(today),
  }),
  inputs: (field, { familyCase }, words) => [
    ...field.select(
      'referralId',
      optionsOf(familyCase.referrals, isOpen, ({ to, purpose, on }) => `${to}, ${purpose} (${dutchDay(on)})`),
    ),
    ...field.pick('outcome', outcomes, (value) => words(`verwijzing.keuze.${value}`)),
    ...field.paragraph('reason', { optional: true, label: 'reason.verwijzing' }),
    ...field.past(),
  ],
  entry: ({ referralId, outcome, reason, on }) => ({
    kind: 'referral-outcome',
    referralId: referralId.id,
    outcome,
    reason: reason ?? '',
    on,
  }),
});
