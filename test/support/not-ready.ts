/** The ready municipality without one thing, for each thing that can be missing. */
import type { ReadinessItem, Settings } from '../../knowledge/index.ts';
import { readySettings } from './a-knowledge.ts';

const fact = (name: string, value: string): Settings => ({
  ...readySettings,
  feiten: { ...readySettings.feiten, [name]: value },
});
const arranged = (part: Partial<Settings['gereedheid']>): Settings => ({
  ...readySettings,
  gereedheid: { ...readySettings.gereedheid, ...part },
});
const { aanspreekpunt } = readySettings.gereedheid;

/** `what` is for the name of a test. */
export const withoutOneThing: readonly { what: string; item: ReadinessItem; settings: Settings }[] = [
  { what: 'the name of the aanspreekpunt', item: 'aanspreekpunt', settings: fact('aanspreekpunt.naam', ' ') },
  { what: 'its number', item: 'aanspreekpunt', settings: fact('aanspreekpunt.telefoon', 'bel ons') },
  {
    what: 'a deputy',
    item: 'vervanger',
    settings: arranged({ aanspreekpunt: { ...aanspreekpunt, vervanger: null } }),
  },
  {
    what: 'a deputy who is somebody else',
    item: 'vervanger',
    settings: arranged({ aanspreekpunt: { ...aanspreekpunt, vervanger: 'olga officier ' } }),
  },
  {
    what: 'power outside the municipality',
    item: 'doorzettingsmacht',
    settings: arranged({ aanspreekpunt: { ...aanspreekpunt, magOpdrachtGevenAan: ['gemeente'] } }),
  },
  {
    what: 'a decision that gives the power',
    item: 'doorzettingsmacht',
    settings: arranged({ aanspreekpunt: { ...aanspreekpunt, besluit: null } }),
  },
  { what: 'a client supporter', item: 'clientondersteuning', settings: fact('clientondersteuning.naam', '') },
  {
    what: 'independence of the client supporter',
    item: 'clientondersteuning',
    settings: arranged({ clientondersteuningOnafhankelijk: false }),
  },
  { what: 'a public text', item: 'publieke-tekst', settings: arranged({ publiekeTekst: null }) },
  {
    what: 'client organisations that know of it',
    item: 'publieke-tekst',
    settings: arranged({
      publiekeTekst: { url: 'https://voorbeeldstad.example/', verteldAan: ['ouders', 'clientondersteuners'] },
    }),
  },
  {
    what: 'any talk with client organisations',
    item: 'gesprek',
    settings: arranged({ gesprekkenClientorganisaties: [] }),
  },
  {
    what: 'a talk in the past year',
    item: 'gesprek',
    settings: arranged({ gesprekkenClientorganisaties: ['2025-11-21', '2026-11-23'] }),
  },
  { what: 'who does what', item: 'rolverdeling', settings: fact('toegang.rolverdeling', '') },
  { what: 'a general phone number', item: 'telefoon', settings: fact('gemeente.telefoon', '') },
];
