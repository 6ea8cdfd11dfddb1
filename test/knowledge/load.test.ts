import { expect } from 'chai';
import { anAnswer, faultsOf, knowledgeOf, loaded } from './a-layer.ts';

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
          feiten: { 'gemeente.telefoon': '14 0123' },
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

  for (const [name, instead] of [
    ['faq/nieuw.json.txt', 'nieuw.json'],
    ['faq/Nieuw.JSON', 'nieuw.json'],
    ['faq/nieuw.jsonc', 'nieuw.json'],
    ['instellingen.json.txt', 'instellingen.json'],
  ] as const)
    it(`tells of a file that it does not read because of its name: ${name}`, async () => {
      expect(await faultsOf({ local: { [name]: '{}' } })).to.deep.equal([
        `dorp/${name} bestandsnaam: dit bestand leest de chat niet; noem het ${instead}`,
      ]);
    });

  it('says nothing of a copy that a program kept, or of a note', async () => {
    const notes = { 'faq/wachtlijst.json~': '{', 'faq/wachtlijst.json.bak': '{', 'LEESMIJ.md': 'Let op.' };
    expect(await faultsOf({ local: notes })).to.deep.equal([]);
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

  it('refuses an answer that sends a colleague or a child to an answer that is not written for them', async () => {
    const outcome = await loaded({
      national: {
        'faq/een.json': anAnswer('een', { hoortBij: 'wachtlijst', voorProfessionals: 'twee', voorJongeren: 'weg' }),
        'faq/twee.json': anAnswer('twee', { hoortBij: 'wachtlijst', doelgroep: ['ouder'] }),
        'faq/drie.json': anAnswer('drie', { hoortBij: 'wachtlijst', voorProfessionals: 'vier' }),
        'faq/vier.json': anAnswer('vier', { hoortBij: 'wachtlijst', doelgroep: ['professional'] }),
      },
    });
    const told = outcome.kind === 'faulty' ? outcome.faults.map(({ file, place }) => `${file} ${place}`) : [];
    expect(told).to.deep.equal(['landelijk/faq/een.json voorProfessionals', 'landelijk/faq/een.json voorJongeren']);
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
