/**
 * Whether the municipality may offer to file a question. The call of the national government and VNG of 6 July 2016 asks for
 * an aanspreekpunt with power, independent client support, and a public that knows of both: without them a filing is a
 * promise that nobody keeps.
 */
import { isPhoneNumber } from './check/phone-number.ts';
import type { Settings } from './schema.ts';

export const readinessItems = [
  'aanspreekpunt',
  'vervanger',
  'doorzettingsmacht',
  'clientondersteuning',
  'publieke-tekst',
  'gesprek',
  'rolverdeling',
  'telefoon',
] as const;

export type ReadinessItem = (typeof readinessItems)[number];

/** What is missing on this day, `YYYY-MM-DD`; nothing: the municipality is ready. */
export function missingForFiling(settings: Settings, today: string): readonly ReadinessItem[] {
  const { gemeente, feiten, gereedheid } = settings;
  const own = (text: string) => gemeente === EXAMPLE || !leftOver.test(text);
  const fact = (key: string): string => {
    const text = feiten[key]?.trim() ?? '';
    return own(text) ? text : '';
  };
  const reachable = (who: string) => fact(`${who}.naam`) !== '' && isPhoneNumber(fact(`${who}.telefoon`));
  const { aanspreekpunt, publiekeTekst } = gereedheid;
  const { vervanger, besluit, magOpdrachtGevenAan } = aanspreekpunt;
  const isThere: Readonly<Record<ReadinessItem, boolean>> = {
    aanspreekpunt: reachable('aanspreekpunt'),
    vervanger: vervanger !== null && !sameName(vervanger, fact('aanspreekpunt.naam')),
    doorzettingsmacht:
      besluit !== null &&
      own(besluit) &&
      magOpdrachtGevenAan.includes('gemeente') &&
      magOpdrachtGevenAan.includes('organisaties'),
    clientondersteuning: reachable('clientondersteuning') && gereedheid.clientondersteuningOnafhankelijk,
    'publieke-tekst':
      publiekeTekst !== null &&
      own(publiekeTekst.url) &&
      audiences.every((audience) => publiekeTekst.verteldAan.includes(audience)),
    gesprek: gereedheid.gesprekkenClientorganisaties.some((day) => day <= today && today <= aYearAfter(day)),
    rolverdeling: fact('toegang.rolverdeling') !== '',
    telefoon: isPhoneNumber(fact('gemeente.telefoon')),
  };
  return readinessItems.filter((item) => !isThere[item]);
}

/** The invented municipality, which others copy to begin with: what they left of it was not arranged by them. */
const EXAMPLE = 'Voorbeeldstad';
const leftOver = /voorbeeldstad|\.example(?=[/:]|$)/i;

const audiences = ['ouders', 'clientondersteuners', 'clientorganisaties'] as const;

/** The last day on which a talk counts. As text, so that 29 February needs no care. */
const aYearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
