/** A small knowledge base in memory: the real texts, a few answers and flows, and a matcher that knows whole sentences only. */
import { readFileSync } from 'node:fs';
import type { Answer, Flow, Knowledge, Match, Place, Settings } from '../../knowledge/index.ts';
import { flowSchema, textsSchema } from '../../knowledge/schema.ts';
import { settingsSchema } from '../../knowledge/settings-schema.ts';

const texts = textsSchema.parse(
  JSON.parse(readFileSync(new URL('../../knowledge/landelijk/teksten.json', import.meta.url), 'utf8')),
);

/** A flow as it stands in `knowledge/landelijk/flows/`. */
export function realFlow(id: string): Flow {
  const file = new URL(`../../knowledge/landelijk/flows/${id}.json`, import.meta.url);
  return flowSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export interface KnowledgeParts {
  readonly answers?: readonly Answer[];
  readonly flows?: readonly Flow[];
  readonly places?: Readonly<Record<string, Place>>;
  /** By the exact text; any other text is declined. */
  readonly matches?: Readonly<Record<string, Partial<Match>>>;
  /** Ready for filing unless told otherwise. */
  readonly settings?: Settings;
}

export function aKnowledge(parts: KnowledgeParts = {}): Knowledge {
  const answers = [...(parts.answers ?? []), ...standardAnswers];
  const flows = parts.flows ?? standardFlows;
  const places: Readonly<Record<string, Place>> = parts.places ?? standardPlaces;
  const matches = { ...standardMatches, ...parts.matches };
  const fill = (text: string, values: Readonly<Record<string, string>> = {}) =>
    text.replace(/\{\{([^{}]+)\}\}/g, (_, key: string) => {
      const value = values[key] ?? facts[key];
      if (value === undefined) throw new Error(`Unknown placeholder ${key}`);
      return value;
    });
  const match = (text: string): Match => ({ ...declined, ...matches[text] });
  return {
    settings: parts.settings ?? readySettings,
    widgetTexts: {},
    match,
    clarification: () => undefined,
    explain: (text) => {
      const { decided, because } = match(text);
      return { words: [], concepts: [], crisis: [], candidates: [], decided, because };
    },
    crisisLevel: (text) => match(text).level,
    knows: () => false,
    answer: (id) => answers.find((one) => one.id === id),
    flow: (id) => flows.find((one) => one.id === id),
    place: (key) => places[key],
    text: (key, values) => {
      const text = texts[key];
      if (text === undefined) throw new Error(`Unknown text ${key}`);
      return fill(text, values);
    },
    fill,
  };
}

/** A sentence as it stands in `teksten.json`. */
export function textOf(key: string): string {
  const text = texts[key];
  if (text === undefined) throw new Error(`Unknown text ${key}`);
  return text;
}

export const textKeys: readonly string[] = Object.keys(texts);

const facts: Readonly<Record<string, string>> = {
  'gemeente.telefoon': '0123-456789',
  'clientondersteuning.naam': 'Cliëntondersteuning',
  'clientondersteuning.telefoon': '0123-987654',
  'aanspreekpunt.naam': 'Olga Officier',
  'aanspreekpunt.telefoon': '0123-456781',
  'toegang.rolverdeling': 'het lokale team helpt, de gemeente beslist',
  'beheer.contact': 'de beheerder',
};

/** Of a municipality in which nothing is missing. */
export const readySettings: Settings = settingsSchema.parse({
  gemeente: 'Voorbeeldstad',
  feiten: facts,
  plannen: { teltAlsPlan: ['gezinsplan'], verouderdNaDagen: 365 },
  escalatie: { antwoordBinnenWerkdagen: 5 },
  feestdagen: [],
  gereedheid: {
    aanspreekpunt: {
      vervanger: 'Victor Vervanger',
      besluit: 'Mandaatbesluit',
      magOpdrachtGevenAan: ['gemeente', 'organisaties'],
    },
    clientondersteuningOnafhankelijk: true,
    publiekeTekst: {
      url: 'https://voorbeeldstad.example/aanspreekpunt',
      verteldAan: ['ouders', 'clientondersteuners', 'clientorganisaties'],
    },
    gesprekkenClientorganisaties: ['2026-03-05'],
  },
});

export const declined: Match = {
  ranked: ['geen-antwoord'],
  answerId: null,
  alsoId: null,
  suggestions: [],
  crisis: false,
  level: null,
  decided: 'decline',
  because: [],
};

const standardMatches: Readonly<Record<string, Partial<Match>>> = {
  'hoe lang is de wachtlijst': { ranked: ['wachtlijst'], answerId: 'wachtlijst', decided: 'answer' },
  'iets met een plan': { ranked: ['gezinsplan'], suggestions: ['gezinsplan', 'wachtlijst'], decided: 'suggest' },
  'ik wil niet meer leven': {
    ranked: ['zelfmoordgedachten'],
    answerId: 'zelfmoordgedachten',
    crisis: true,
    level: 'crisis',
    decided: 'answer',
  },
  'hij heeft een mes': { ranked: [], crisis: true, level: 'acuut', decided: 'decline' },
  'Ja, nu gevaar': {
    ranked: ['acuut-gevaar'],
    answerId: 'acuut-gevaar',
    crisis: true,
    level: 'acuut',
    decided: 'answer',
  },
};

export function anAnswer(part: Partial<Answer> & { readonly id: string }): Answer {
  return {
    titel: part.id,
    soort: 'faq',
    doelgroep: ['ouder'],
    risico: 'normal',
    antwoord: ['Antwoord.'],
    vervolg: [],
    bronnen: ['JW'],
    zekerheid: 'V',
    eigenaar: 'redactie',
    gecontroleerdOp: '2026-11-22',
    ...part,
  };
}

const standardAnswers: readonly Answer[] = [
  anAnswer({
    id: 'wachtlijst',
    titel: 'Wachtlijst',
    antwoord: ['U wacht.', 'Bel {{gemeente.telefoon}}.'],
    vervolg: [
      { soort: 'plek', plek: 'clientondersteuning' },
      { soort: 'flow', flow: 'leg-voor', tekst: 'Leg uw vraag voor' },
      { soort: 'antwoord', antwoord: 'gezinsplan', tekst: 'Wat is een gezinsplan?' },
    ],
  }),
  anAnswer({ id: 'gezinsplan', titel: 'Het gezinsplan', antwoord: ['Eén plan voor het hele gezin.'] }),
  anAnswer({ id: 'zelfmoordgedachten', soort: 'crisis', risico: 'crisis', antwoord: ['Praat met iemand. Bel 113.'] }),
  anAnswer({ id: 'acuut-gevaar', soort: 'crisis', risico: 'crisis', antwoord: ['Bel nu 112.'] }),
];

const standardPlaces: Readonly<Record<string, Place>> = {
  clientondersteuning: {
    naam: 'Cliëntondersteuning',
    watHetIs: 'Iemand die naast u staat.',
    telefoon: '{{clientondersteuning.telefoon}}',
    url: 'https://clientondersteuning.example/',
  },
};

const flowHead = { eigenaar: 'redactie', gecontroleerdOp: '2026-11-22' };
const yesNo = (naar: string) => [
  { tekst: 'Ja', naar, waarde: 'yes' },
  { tekst: 'Nee', naar, waarde: 'no' },
];

const standardFlows: readonly Flow[] = [
  realFlow('mijn-vraag'),
  flowSchema.parse({
    ...flowHead,
    id: 'leg-voor',
    titel: 'Leg voor',
    doelgroep: ['ouder'],
    start: 'gevaar',
    poort: ['gevaar'],
    aanroep: ['leg* voor', 'vraag voorleggen'],
    stappen: {
      gevaar: {
        soort: 'vraag',
        tekst: 'Is er nu gevaar?',
        keuzes: [
          { tekst: 'Ja, nu gevaar', naar: 'bel112' },
          { tekst: 'Nee', naar: 'complex' },
        ],
        weetNiet: 'bel112',
        overslaan: null,
      },
      bel112: { soort: 'uitkomst', titel: 'Bel 112', tekst: ['Bel nu.'], toon: 'spoed', vervolg: [] },
      complex: {
        soort: 'vraag',
        tekst: 'Is het ingewikkeld?',
        keuzes: yesNo('vast'),
        weetNiet: 'vast',
        overslaan: 'vast',
        bewaarAls: 'complex',
      },
      vast: {
        soort: 'vraag',
        tekst: 'Zit het vast?',
        keuzes: [
          { tekst: 'Het zit vast', naar: 'woorden', waarde: 'stuck' },
          { tekst: 'Het dreigt vast te lopen', naar: 'woorden', waarde: 'about-to' },
        ],
        weetNiet: 'woorden',
        overslaan: null,
        bewaarAls: 'vast',
      },
      woorden: {
        soort: 'invoer',
        tekst: 'Wat is er aan de hand?',
        bewaarAls: 'eigenWoorden',
        maxTekens: 200,
        naar: 'zeker',
        overslaan: null,
      },
      zeker: {
        soort: 'vraag',
        tekst: 'Mag ik dit versturen?',
        keuzes: [
          { tekst: 'Versturen', naar: 'indienen' },
          { tekst: 'Niet versturen', naar: 'niet-verstuurd' },
        ],
        weetNiet: null,
        overslaan: null,
      },
      indienen: {
        soort: 'actie',
        actie: 'escalatie-indienen',
        uitkomsten: { ingediend: 'klaar', 'niet-mogelijk': 'bel' },
      },
      klaar: {
        soort: 'uitkomst',
        titel: 'Verstuurd',
        tekst: ['Nummer {{nummer}}, code {{volgcode}}, antwoord op {{datum}}.'],
        vervolg: [{ soort: 'plek', plek: 'clientondersteuning' }],
      },
      bel: { soort: 'uitkomst', titel: 'Bel', tekst: ['Het lukte niet. Bel {{gemeente.telefoon}}.'], vervolg: [] },
      'niet-verstuurd': { soort: 'uitkomst', titel: 'Niet verstuurd', tekst: ['Er is niets verstuurd.'], vervolg: [] },
    },
  }),
  flowSchema.parse({
    ...flowHead,
    id: 'casus-check',
    titel: 'Check',
    doelgroep: ['professional'],
    start: 'zoeken',
    aanroep: ['een plan een regisseur', '1g1p1r', 'controleer* gezin'],
    stappen: {
      zoeken: {
        soort: 'actie',
        actie: 'gezin-zoeken',
        uitkomsten: {
          gevonden: 'controleren',
          kiezen: 'kies',
          'geen-gezinnen': 'geen',
          'niet-bevoegd': 'niet',
          'niet-vastgelegd': 'dicht',
        },
      },
      controleren: {
        soort: 'actie',
        actie: 'gezin-controleren',
        uitkomsten: { getoond: 'klaar', 'geen-toegang': 'niet', 'niet-gevonden': 'weg', 'niet-vastgelegd': 'dicht' },
      },
      klaar: { soort: 'uitkomst', titel: 'Uitslag', tekst: ['Hierboven staat de uitslag.'], vervolg: [] },
      kies: { soort: 'uitkomst', titel: 'Kies', tekst: ['Kies het gezin.'], vervolg: [] },
      geen: { soort: 'uitkomst', titel: 'Geen gezinnen', tekst: ['U heeft geen gezinnen.'], vervolg: [] },
      niet: { soort: 'uitkomst', titel: 'Geen toegang', tekst: ['U mag dit niet zien.'], vervolg: [] },
      weg: { soort: 'uitkomst', titel: 'Niet gevonden', tekst: ['Ik vind dit gezin niet.'], vervolg: [] },
      dicht: { soort: 'uitkomst', titel: 'Niet vastgelegd', tekst: ['Daarom laat ik niets zien.'], vervolg: [] },
    },
  }),
  flowSchema.parse({
    ...flowHead,
    id: 'leg-voor-medewerker',
    titel: 'Leg voor',
    doelgroep: ['professional'],
    start: 'formulier',
    aanroep: ['leg* voor', 'voorleggen', 'escaleren'],
    stappen: {
      formulier: {
        soort: 'actie',
        actie: 'formulier-tonen',
        uitkomsten: { getoond: 'klaar', 'geen-gezinnen': 'geen', 'niet-bevoegd': 'niet', 'niet-vastgelegd': 'dicht' },
      },
      klaar: { soort: 'uitkomst', titel: 'Formulier', tekst: ['Vul de kaart in.'], vervolg: [] },
      geen: { soort: 'uitkomst', titel: 'Geen gezinnen', tekst: ['U heeft geen gezinnen.'], vervolg: [] },
      niet: { soort: 'uitkomst', titel: 'Niet', tekst: ['Dat kan niet.'], vervolg: [] },
      dicht: { soort: 'uitkomst', titel: 'Niet vastgelegd', tekst: ['Daarom laat ik niets zien.'], vervolg: [] },
    },
  }),
];
