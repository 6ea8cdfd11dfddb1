/** A small national layer in a temp folder, whole and without faults, of which a test changes what it is about. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LoadOutcome, loadKnowledge } from '../../knowledge/index.ts';

export type Files = Readonly<Record<string, unknown>>;

export const effects = { 'vraag-indienen': { uitkomsten: ['gelukt', 'mislukt'], biedt: ['nummer'] } };

export const anAnswer = (id: string, changes: Files = {}) => ({
  id,
  titel: `Over ${id}`,
  soort: 'faq',
  doelgroep: ['ouder'],
  risico: 'normal',
  antwoord: ['Bel {{gemeente.telefoon}}.'],
  vervolg: [{ soort: 'plek', plek: 'gemeente' }],
  bronnen: ['JW'],
  zekerheid: 'V',
  eigenaar: 'Redactie',
  gecontroleerdOp: '2026-11-01',
  ...changes,
});

export const aFlow = (stappen: Files, changes: Files = {}) => ({
  id: 'vraag',
  titel: 'Een vraag',
  doelgroep: ['ouder'],
  eigenaar: 'Redactie',
  gecontroleerdOp: '2026-11-01',
  start: 'veilig',
  poort: ['veilig'],
  stappen: { ...steps, ...stappen },
  ...changes,
});

const end = (tekst: string, toon = 'gewoon') => ({
  soort: 'uitkomst',
  titel: 'Klaar',
  tekst: [tekst],
  toon,
  antwoorden: ['wachtlijst'],
  vervolg: [],
});

const steps = {
  veilig: {
    soort: 'vraag',
    tekst: 'Is er gevaar?',
    keuzes: [
      { tekst: 'Ja', naar: 'gevaar' },
      { tekst: 'Nee', naar: 'woorden' },
    ],
    weetNiet: 'gevaar',
    overslaan: null,
  },
  gevaar: end('Bel 112.', 'spoed'),
  woorden: {
    soort: 'invoer',
    tekst: 'Wat is uw vraag?',
    bewaarAls: 'eigenWoorden',
    maxTekens: 100,
    naar: 'indienen',
    overslaan: null,
  },
  indienen: { soort: 'actie', actie: 'vraag-indienen', uitkomsten: { gelukt: 'klaar', mislukt: 'niet' } },
  klaar: end('Uw nummer is {{nummer}}. U schreef: {{eigenWoorden}}'),
  niet: end('Dat is niet gelukt.'),
};

export const nationalFacts: Files = {
  'gemeente.telefoon': { betekenis: 'Nummer', terugval: null, verplicht: true },
  'team.telefoon': { betekenis: 'Nummer van het team', terugval: { feit: 'gemeente.telefoon' } },
  'team.open': { betekenis: 'Tijden', terugval: { tekst: 'bel voor de tijden' } },
  'team.naam': { betekenis: 'Naam', terugval: null },
};

export const nationalFiles: Files = {
  'vaste-ids.json': ['wachtlijst', 'acuut-gevaar', 'geen-antwoord'],
  'faq/wachtlijst.json': anAnswer('wachtlijst'),
  'faq/acuut-gevaar.json': anAnswer('acuut-gevaar', { soort: 'crisis', risico: 'crisis', antwoord: ['Bel 112.'] }),
  'faq/geen-antwoord.json': anAnswer('geen-antwoord', { soort: 'oos' }),
  'faq/wachttijd-ggz.json': anAnswer('wachttijd-ggz', { hoortBij: 'wachtlijst' }),
  'intents/wachtlijst.json': {
    id: 'wachtlijst',
    herken: [
      { alle: ['@wachten', 'hulp / plek'], niet: ['ziekenhuis'] },
      { alle: ['wachtlijst*'], gewicht: 1.2 },
    ],
    voorbeelden: ['hoe lang is de wachtlijst', 'wij wachten al maanden op hulp'],
  },
  'intents/wachttijd-ggz.json': {
    id: 'wachttijd-ggz',
    herken: [{ alle: ['wachttijd', 'ggz'], gewicht: 2 }],
    voorbeelden: ['wachttijd bij de ggz'],
  },
  'intents/geen-antwoord.json': {
    id: 'geen-antwoord',
    herken: [{ alle: ['paspoort*'], gewicht: 2 }],
    voorbeelden: ['ik wil een paspoort'],
  },
  'woorden.json': {
    begrippen: { wachten: ['wacht', 'wachten', 'op de lijst'] },
    beschermd: ['wachtwoord'],
    stopwoorden: ['de'],
  },
  'crisis.json': {
    begrippen: { kind: ['kind', 'zoon', 'dochter'] },
    uitdrukkingen: ['schrik me dood'],
    verlagend: ['casus'],
    nu: ['op dit moment'],
    beschermd: ['slaapt'],
    kaders: [
      { naam: 'wil-dood', intent: 'acuut-gevaar', niveau: 'crisis', delen: ['dood', 'wil / wou'], binnen: 4 },
      { naam: 'slaat-kind', intent: 'acuut-gevaar', niveau: 'crisis', delen: ['slaat', '@kind'], niet: ['alarm'] },
    ],
  },
  'plekken.json': { gemeente: { naam: 'De gemeente', watHetIs: 'Uw gemeente', telefoon: '{{gemeente.telefoon}}' } },
  'bronnen.json': { JW: { titel: 'Jeugdwet', url: 'https://wetten.overheid.nl' } },
  'feiten.json': nationalFacts,
  'instellingen.json': {
    gemeente: 'uw gemeente',
    feiten: {},
    plannen: { teltAlsPlan: ['gezinsplan'], verouderdNaDagen: 365 },
    escalatie: { antwoordBinnenWerkdagen: 10 },
    feestdagen: ['2026-12-25'],
  },
  'teksten.json': { 'groet.ouder': 'Hallo {{naam}}, bel {{team.telefoon}}.' },
  'flows/vraag.json': aFlow({}),
};

export const localFiles: Files = {
  'instellingen.json': { gemeente: 'Dorp', feiten: { 'gemeente.telefoon': '0123-456789' }, feestdagen: ['2026-05-05'] },
};

export interface Layers {
  /** `null` takes a file away; text is written as it stands. */
  readonly national?: Files;
  readonly local?: Files | null;
  readonly now?: Date;
  readonly texts?: Readonly<Record<string, readonly string[]>>;
}

export async function loaded({ national, local = {}, now, texts }: Layers = {}): Promise<LoadOutcome> {
  const root = await mkdtemp(join(tmpdir(), 'regiewijzer-kennis-'));
  try {
    const nationalDir = join(root, 'landelijk');
    const localDir = local === null ? null : join(root, 'dorp');
    await write(nationalDir, { ...nationalFiles, ...national });
    if (localDir !== null) await write(localDir, { ...localFiles, ...local });
    return await loadKnowledge({
      nationalDir,
      localDir,
      effects,
      ...(now === undefined ? {} : { now }),
      ...(texts === undefined ? {} : { texts }),
    });
  } finally {
    await rm(root, { recursive: true });
  }
}

async function write(directory: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    if (content === null) continue;
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}

/** The faults as `file place: problem`. */
export async function faultsOf(layers: Layers): Promise<readonly string[]> {
  const outcome = await loaded(layers);
  if (outcome.kind === 'loaded') return [];
  return outcome.faults.map(({ file, place, problem }) => `${file} ${place}: ${problem}`);
}

export async function knowledgeOf(layers: Layers = {}) {
  const outcome = await loaded(layers);
  if (outcome.kind === 'faulty')
    throw new Error(outcome.faults.map(({ file, problem }) => `${file}: ${problem}`).join('\n'));
  return outcome.knowledge;
}
