/** A family has one regisseur: what a form says of who leads now, what it asks, and what is told when it was written down. */
import { type Day, type FamilyCase, lastDayOf, leadingRegisseurs, type Regisseur } from '../cases/index.ts';
import type { CardElement } from './adaptive-card.ts';
import { dutchDay } from './dutch-date.ts';
import { sentence, type Words } from './elements.ts';
import { ticks } from './forms/fields.ts';
import type { Option } from './inputs.ts';
import { shownName } from './shown-text.ts';

type Led = Pick<FamilyCase, 'regisseurs'>;

/** Ticked, or nobody leads. */
export const replacesField = (familyCase: Led, today: Day) =>
  ticks(['yes'])
    .transform(([ticked]) => ticked !== undefined)
    .refine((ticked) => ticked || leadingRegisseurs(familyCase, today).length === 0);

interface Field {
  tick(id: 'replaces', choices: readonly Option[]): readonly CardElement[];
}

/** Asked only where somebody leads. */
export const askReplaces = (field: Field, leading: readonly CardElement[], words: Words): readonly CardElement[] =>
  leading.length === 0
    ? []
    : [...leading, ...field.tick('replaces', [{ title: words('formulier.replaces'), value: 'yes' }])];

/** Who leads now and since when. `from`: the first day of who is named; `null`: it is asked in the same form. */
export function leadingLines(familyCase: Led, today: Day, from: Day | null, words: Words): readonly CardElement[] {
  return leadingRegisseurs(familyCase, today).map((one) => {
    const who = { naam: one.name, datum: dutchDay(one.since) };
    return from === null
      ? sentence(words, 'regisseur.er-is-al', who)
      : sentence(words, 'regisseur.er-is-al.dag', { ...who, einde: dutchDay(lastDayOf(one, from)) });
  });
}

/** Who stops because of this regisseur, and what it means where something was answered with no. */
export function namedRegisseurLines({ regisseurs }: Led, named: Regisseur, words: Words): readonly string[] {
  const stops = regisseurs
    .filter((one) => one.id !== named.id && one.until === lastDayOf(one, named.since))
    .map(({ name, until }) =>
      words('vastgelegd.regisseur.stopt', { naam: shownName(name), datum: dutchDay(until ?? named.since) }),
    );
  return [
    ...stops,
    ...(named.canLead === 'no' ? [words('vastgelegd.regisseur.kan-niet')] : []),
    ...(named.mandate === 'no' ? [words('vastgelegd.regisseur.geen-mandaat')] : []),
    ...(named.match === 'no' ? [words('vastgelegd.regisseur.past-niet')] : []),
  ];
}
