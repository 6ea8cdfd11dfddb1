import { expect } from 'chai';
import { anAnswer, faultsOf, knowledgeOf, loaded } from './a-layer.ts';

const changed = (changes: Readonly<Record<string, unknown>>) => ({
  national: { 'faq/wachtlijst.json': anAnswer('wachtlijst', changes) },
});

describe('loading the knowledge', () => {
  it('loads two whole layers without a fault', async () => {
    expect(await faultsOf({})).to.deep.equal([]);
  });

  it('puts a local answer in the place of the national one with the same id', async () => {
    const knowledge = await knowledgeOf({
      local: { 'faq/wachtlijst.json': anAnswer('wachtlijst', { titel: 'Bij ons' }) },
    });
    expect(knowledge.answer('wachtlijst')?.titel).to.equal('Bij ons');
    expect(knowledge.answer('geen-antwoord')?.titel).to.equal('Over geen-antwoord');
  });

  it('merges settings: local values win, days off are added, the rest stays national', async () => {
    const { settings } = await knowledgeOf({
      local: {
        'instellingen.json': {
          feiten: { 'gemeente.telefoon': '1' },
          feestdagen: ['2026-05-05'],
          plannen: { verouderdNaDagen: 30 },
        },
      },
    });
    expect(settings.gemeente).to.equal('uw gemeente');
    expect(settings.feestdagen).to.deep.equal(['2026-05-05', '2026-12-25']);
    expect(settings.plannen).to.deep.equal({ teltAlsPlan: ['gezinsplan'], verouderdNaDagen: 30 });
  });

  it('refuses a faulty local layer although the national one is whole', async () => {
    expect(await faultsOf({ local: { 'faq/wachtlijst.json': '{' } })).to.deep.equal([
      'dorp/faq/wachtlijst.json regel 1, teken 2: het bestand houdt te vroeg op',
    ]);
  });

  it('tells that a local folder does not exist', async () => {
    const outcome = await (await import('../../knowledge/index.ts')).loadKnowledge({
      nationalDir: '/bestaat/niet',
      localDir: null,
      effects: {},
    });
    expect(outcome.kind === 'faulty' && outcome.faults[0]).to.deep.include({ file: 'niet', place: 'map' });
  });

  const broken: readonly (readonly [string, Parameters<typeof faultsOf>[0], string])[] = [
    [
      'names line and column of broken JSON',
      { national: { 'faq/wachtlijst.json': '{\n  "id": "wachtlijst"\n  "titel": 1\n}' } },
      'landelijk/faq/wachtlijst.json regel 3, teken 3: hier hoort een komma of "}" te staan',
    ],
    [
      'names a comma too many',
      { national: { 'bronnen.json': '{ "JW": { "titel": "a", "url": "b", } }' } },
      'landelijk/bronnen.json regel 1, teken 37: voor dit teken staat een komma te veel',
    ],
    [
      'names a key that stands there twice',
      { national: { 'teksten.json': '{ "a": "1", "a": "2" }' } },
      'landelijk/teksten.json regel 1, teken 13: de sleutel "a" staat er twee keer',
    ],
    [
      'refuses a byte order mark',
      { national: { 'teksten.json': '\ufeff{}' } },
      'landelijk/teksten.json regel 1, teken 1: het bestand begint met een BOM; sla het op als UTF-8 zonder BOM',
    ],
    [
      'names a key that does not exist',
      changed({ titul: 'x' }),
      'landelijk/faq/wachtlijst.json titul: de sleutel "titul" bestaat hier niet',
    ],
    [
      'names a value of the wrong type',
      changed({ titel: 3 }),
      'landelijk/faq/wachtlijst.json titel: hier hoort tekst te staan',
    ],
    [
      'names a value that is missing',
      changed({ titel: undefined }),
      'landelijk/faq/wachtlijst.json titel: hier hoort tekst te staan, maar er staat niets',
    ],
    [
      'names the values to choose from',
      changed({ zekerheid: 'X' }),
      'landelijk/faq/wachtlijst.json zekerheid: kies uit: V, S, G',
    ],
    [
      'names a fourth next step',
      changed({ vervolg: Array.from({ length: 4 }, () => ({ soort: 'plek', plek: 'gemeente' })) }),
      'landelijk/faq/wachtlijst.json vervolg: aantal: hoogstens 3',
    ],
    [
      'names an id that is not the file name',
      changed({ id: 'wachten' }),
      'landelijk/faq/wachtlijst.json id: het id "wachten" is anders dan de bestandsnaam "wachtlijst"',
    ],
    [
      'names a file that does not belong there',
      { national: { 'faqs/x.json': {} } },
      'landelijk/faqs/x.json bestand: dit bestand hoort hier niet',
    ],
    [
      'names a national file that is missing',
      { national: { 'crisis.json': null } },
      'landelijk/crisis.json bestand: dit bestand ontbreekt',
    ],
    [
      'keeps the crisis signals out of the local layer',
      { local: { 'crisis.json': {} } },
      'dorp/crisis.json bestand: dit bestand hoort alleen in de landelijke laag',
    ],
    [
      'names a wrong local setting in the local file',
      {
        local: {
          'instellingen.json': { feiten: { 'gemeente.telefoon': '1' }, escalatie: { antwoordBinnenWerkdagen: 'tien' } },
        },
      },
      'dorp/instellingen.json escalatie.antwoordBinnenWerkdagen: hier hoort een getal te staan',
    ],
    [
      'names a next step to a place that does not exist',
      changed({ vervolg: [{ soort: 'plek', plek: 'maan' }] }),
      'landelijk/faq/wachtlijst.json vervolg[0].plek: de plek "maan" staat niet in plekken.json',
    ],
    [
      'names a next step to a flow that does not exist',
      changed({ vervolg: [{ soort: 'flow', flow: 'maan', tekst: 'x' }] }),
      'landelijk/faq/wachtlijst.json vervolg[0].flow: de flow "maan" bestaat niet',
    ],
    [
      'names a next step to an answer that does not exist',
      changed({ vervolg: [{ soort: 'antwoord', antwoord: 'maan', tekst: 'x' }] }),
      'landelijk/faq/wachtlijst.json vervolg[0].antwoord: het antwoord "maan" bestaat niet',
    ],
    [
      'names an unknown source',
      changed({ bronnen: ['XX'] }),
      'landelijk/faq/wachtlijst.json bronnen[0]: de bron "XX" staat niet in bronnen.json',
    ],
    [
      'names a placeholder that nothing fills',
      changed({ antwoord: ['Bel {{maan}}.'] }),
      'landelijk/faq/wachtlijst.json antwoord[0]: {{maan}} wordt hier door niets ingevuld: het is geen feit uit feiten.json en geen eerdere stap biedt het aan',
    ],
    [
      'names loose braces',
      changed({ antwoord: ['Bel {{gemeente.telefoon}.'] }),
      'landelijk/faq/wachtlijst.json antwoord[0]: er staan losse accolades: schrijf {{naam}}',
    ],
    [
      'names an extra topic that hangs under another extra topic',
      { national: { 'faq/wachttijd-ggz.json': anAnswer('wachttijd-ggz', { hoortBij: 'wachttijd-ggz' }) } },
      'landelijk/faq/wachttijd-ggz.json hoortBij: "wachttijd-ggz" is geen vast id',
    ],
    [
      'names a fixed id without an answer',
      { national: { 'faq/geen-antwoord.json': null, 'intents/geen-antwoord.json': null } },
      'landelijk/faq/geen-antwoord.json bestand: er is geen antwoord voor het vaste id "geen-antwoord"',
    ],
    [
      'names recognition without an answer',
      { national: { 'intents/maan.json': { id: 'maan', herken: [], voorbeelden: [] } } },
      'landelijk/intents/maan.json id: er is geen antwoord "maan" in faq/',
    ],
    [
      'names a concept that does not exist',
      {
        national: {
          'intents/geen-antwoord.json': { id: 'geen-antwoord', herken: [{ alle: ['@maan'] }], voorbeelden: [] },
        },
      },
      'landelijk/intents/geen-antwoord.json herken[0].alle[0]: het begrip "@maan" bestaat niet',
    ],
    [
      'names a crisis answer without a number that always answers',
      {
        national: {
          'faq/acuut-gevaar.json': anAnswer('acuut-gevaar', {
            soort: 'crisis',
            antwoord: ['Bel {{gemeente.telefoon}}.'],
          }),
        },
      },
      'landelijk/faq/acuut-gevaar.json antwoord: in een crisisantwoord moet een nummer staan dat altijd opneemt (112, 113 of 0800-…)',
    ],
    [
      'names a required fact that is not filled in',
      { local: { 'instellingen.json': { feiten: { 'gemeente.telefoon': ' ' } } } },
      'dorp/instellingen.json feiten["gemeente.telefoon"]: het verplichte feit "gemeente.telefoon" is niet ingevuld',
    ],
    [
      'names a local fact that nobody defined',
      { local: { 'instellingen.json': { feiten: { 'gemeente.telefoon': '1', maan: '2' } } } },
      'dorp/instellingen.json feiten["maan"]: het feit "maan" staat niet in feiten.json',
    ],
    [
      'names a text that the code needs and nobody wrote',
      { texts: { 'groet.maan': [] } },
      'landelijk/teksten.json ["groet.maan"]: de tekst "groet.maan" ontbreekt',
    ],
  ];
  for (const [name, layers, fault] of broken) {
    it(name, async () => {
      expect(await faultsOf(layers)).to.include(fault);
    });
  }

  it('names facts that fall back on each other in a circle', async () => {
    const circle = { betekenis: 'x', terugval: { feit: 'b' } };
    const faults = await faultsOf({
      national: {
        'feiten.json': {
          'gemeente.telefoon': { betekenis: 'x', terugval: null },
          'team.telefoon': circle,
          b: { betekenis: 'x', terugval: { feit: 'team.telefoon' } },
        },
      },
    });
    expect(faults).to.include('landelijk/feiten.json ["b"].terugval: deze terugval draait in een kring');
  });

  it('checks dates against the day it is told: the future is a fault, more than a year ago a warning', async () => {
    const late = await loaded({ now: new Date('2027-11-20T09:00:00Z') });
    expect(late.kind === 'loaded' && late.warnings.map(({ place }) => place)).to.include('gecontroleerdOp');
    expect(await faultsOf({ now: new Date('2026-10-30T09:00:00Z') })).to.include(
      'landelijk/faq/wachtlijst.json gecontroleerdOp: de datum 2026-11-01 ligt in de toekomst',
    );
  });

  it('tells of texts in a folder that it does not read, such as a copy of the national layer', async () => {
    const outcome = await loaded({
      local: { 'landelijk/faq/wachtlijst.json': anAnswer('wachtlijst'), 'faq/oud/diep/x.json': {} },
    });
    const told = outcome.kind === 'faulty' ? outcome.faults.map(({ file, place }) => `${file} ${place}`) : [];
    expect(told).to.have.members(['dorp/landelijk/faq map', 'dorp/faq/oud map']);
  });

  it('refuses an answer that sends parents to an answer that is not there or not theirs', async () => {
    const forStaff = { doelgroep: ['professional'], hoortBij: 'wachtlijst' };
    const outcome = await loaded({
      national: {
        'faq/een.json': anAnswer('een', { ...forStaff, voorOuders: 'twee' }),
        'faq/twee.json': anAnswer('twee', forStaff),
        'faq/drie.json': anAnswer('drie', { ...forStaff, voorOuders: 'wachtlijst' }),
      },
    });
    const told = outcome.kind === 'faulty' ? outcome.faults.map(({ file, place }) => `${file} ${place}`) : [];
    expect(told).to.deep.equal(['landelijk/faq/een.json voorOuders']);
  });

  it('tells every fault of both layers at once', async () => {
    const faults = await faultsOf({ national: { 'teksten.json': '[' }, local: { 'faq/wachtlijst.json': '{' } });
    expect(faults).to.have.length(2);
  });

  it('lets the national layer load alone, with a warning for what a municipality must fill in', async () => {
    const outcome = await loaded({ local: null });
    expect(outcome.kind === 'loaded' && outcome.warnings.map(({ place }) => place)).to.deep.equal([
      'feiten["gemeente.telefoon"]',
    ]);
  });
});

describe('filling a text', () => {
  it('takes a value of the moment, else the fact, else what it falls back on, else the general number', async () => {
    const knowledge = await knowledgeOf();
    expect(knowledge.text('groet.ouder', { naam: 'Anna' })).to.equal('Hallo Anna, bel 0123-456789.');
    expect(knowledge.fill('{{team.telefoon}}', { 'team.telefoon': '9' })).to.equal('9');
    expect(knowledge.fill('{{team.open}}')).to.equal('bel voor de tijden');
    expect(knowledge.fill('{{team.naam}}')).to.equal('0123-456789');
  });

  it('never reads a value as a template or a pattern', async () => {
    const knowledge = await knowledgeOf();
    expect(knowledge.fill('{{a}}', { a: '{{gemeente.telefoon}} $& $1' })).to.equal('{{gemeente.telefoon}} $& $1');
  });

  it('throws on a text or a placeholder that does not exist', async () => {
    const knowledge = await knowledgeOf();
    expect(() => knowledge.text('maan')).to.throw('Failed to find the text maan');
    expect(() => knowledge.fill('{{toString}}')).to.throw('Failed to fill {{toString}}');
  });

  it('knows nothing under the names every object has', async () => {
    const knowledge = await knowledgeOf();
    expect(knowledge.place('constructor')).to.equal(undefined);
    expect(knowledge.answer('toString')).to.equal(undefined);
  });
});
