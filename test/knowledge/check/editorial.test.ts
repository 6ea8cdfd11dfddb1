/** What `knowledge:check` tells an editor: a fault or a "let op" of every kind, found in a layer that was whole before. */
import { expect } from 'chai';
import type { KnowledgeFault } from '../../../knowledge/index.ts';
import { aFlow, anAnswer, type Files, type Layers, loaded, nationalFiles } from '../a-layer.ts';

const wachtlijst = (changes: Files) => {
  const intent: unknown = nationalFiles['intents/wachtlijst.json'];
  return { ...(typeof intent === 'object' ? intent : {}), ...changes };
};

async function editorial(layers: Layers) {
  const outcome = await loaded(layers);
  if (outcome.kind === 'faulty') throw new Error(outcome.faults.map(({ problem }) => problem).join('\n'));
  return outcome.editorial();
}

const told = (list: readonly KnowledgeFault[]) =>
  list.map(({ file, place, problem }) => `${file} ${place}: ${problem}`);

async function warningsOf(layers: Layers): Promise<string> {
  return told((await editorial(layers)).warnings).join('\n');
}
async function editorialFaults(layers: Layers): Promise<string> {
  // How often the matcher is right on four examples is not the subject here: see check-examples.test.ts.
  return told((await editorial(layers)).faults.filter(({ file }) => file !== 'intents')).join('\n');
}

describe('the editor’s check', () => {
  it('finds no fault in a whole layer, and counts what it looked at', async () => {
    expect(await editorialFaults({})).to.equal('');
    expect((await editorial({})).counts).to.include({ answers: 4, flows: 1, examples: 4, unsourced: 0 });
  });

  it('tells an example that stands under two subjects', async () => {
    const intent = {
      id: 'wachttijd-ggz',
      herken: [],
      voorbeelden: ['Hoe lang is de wachtlijst?', 'wachttijd bij de ggz'],
    };
    const warnings = await warningsOf({ national: { 'intents/wachttijd-ggz.json': intent } });
    expect(warnings).to.include('voorbeelden[0]: "Hoe lang is de wachtlijst?" staat ook bij wachtlijst');
  });

  for (const entry of ['wachtlijst*/wachtrij', 'wachtlijst* /wachtrij', 'wachtlijst*/ wachtrij'])
    it(`tells that a space is missing around a slash: "${entry}"`, async () => {
      const intent = wachtlijst({ herken: [{ alle: [entry] }] });
      const warnings = await warningsOf({ national: { 'intents/wachtlijst.json': intent } });
      expect(warnings)
        .to.include('herken[0]: er ontbreekt een spatie om een schuine streep: schrijf "wachtlijst* / wachtrij"')
        .and.not.include('geen eigen voorbeeld voldoet');
    });

  it('tells concepts, rules, facts, places and sources that nothing reads', async () => {
    const woorden = {
      begrippen: { wachten: ['wacht', 'wachten'], fiets: ['fiets'], lijst: ['wachtlijst'] },
      beschermd: [],
      stopwoorden: ['de'],
    };
    const bronnen = {
      JW: { titel: 'Jeugdwet', url: 'https://wetten.overheid.nl' },
      OUD: { titel: 'Oud', url: 'https://oud.example' },
    };
    const plekken = {
      gemeente: { naam: 'De gemeente', watHetIs: 'Uw gemeente', telefoon: '{{gemeente.telefoon}}' },
      kelder: { naam: 'De kelder', watHetIs: 'Donker' },
    };
    const intent = wachtlijst({ herken: [{ alle: ['olifant'] }, { alle: ['@wachten', 'hulp'] }] });
    const warnings = await warningsOf({
      national: {
        'woorden.json': woorden,
        'bronnen.json': bronnen,
        'plekken.json': plekken,
        'intents/wachtlijst.json': intent,
      },
    });
    expect(warnings).to.include('begrippen.fiets: geen regel noemt dit begrip');
    expect(warnings).not.to.include('begrippen.lijst');
    expect(warnings).to.include('herken[0]: geen eigen voorbeeld voldoet aan deze regel: olifant');
    expect(warnings).not.to.include('herken[1]');
    expect(warnings).to.include('["team.naam"]: geen tekst gebruikt dit feit');
    expect(warnings).to.include('["kelder"]: niets wijst naar deze plek');
    expect(warnings).to.include('["OUD"]: geen antwoord noemt deze bron');
  });

  it('tells an answer and an outcome after which nobody can go anywhere, and an outcome without the supporter', async () => {
    const end = (vervolg: readonly unknown[]) => ({
      soort: 'uitkomst',
      titel: 'Klaar',
      tekst: ['Dit was het.'],
      antwoorden: ['wachtlijst'],
      vervolg,
    });
    const warnings = await warningsOf({
      national: {
        'faq/wachtlijst.json': anAnswer('wachtlijst', { vervolg: [] }),
        'flows/vraag.json': aFlow({ klaar: end([]), niet: end([{ soort: 'plek', plek: 'gemeente' }]) }),
      },
    });
    expect(warnings).to.include('landelijk/faq/wachtlijst.json vervolg: hierna kan de lezer nergens heen');
    expect(warnings).to.include('stappen.klaar.vervolg: hierna kan de lezer nergens heen');
    expect(warnings).to.include('stappen.niet.vervolg: bij elk einde hoort de cliëntondersteuner');
    expect(warnings).not.to.include('stappen.gevaar.vervolg: bij elk einde hoort');
  });

  it('tells an answer that nobody can reach', async () => {
    const warnings = await warningsOf({
      national: { 'faq/los.json': anAnswer('los', { hoortBij: 'wachtlijst' }) },
    });
    expect(warnings).to.include('landelijk/faq/los.json bestand: dit antwoord is onbereikbaar');
  });

  it('tells which people of the municipality are missing, and facts that were left empty', async () => {
    const fact = { betekenis: 'Iets', terugval: { tekst: 'vraag het na' } };
    const facts: unknown = nationalFiles['feiten.json'];
    const feiten = {
      ...(typeof facts === 'object' ? facts : {}),
      'aanspreekpunt.naam': fact,
      'clientondersteuning.telefoon': fact,
      'vertrouwenspersoon.telefoon': fact,
    };
    const local = { ...localSettings, feiten: { ...localSettings.feiten, 'aanspreekpunt.naam': ' ' } };
    const warnings = await warningsOf({ national: { 'feiten.json': feiten }, local: { 'instellingen.json': local } });
    expect(warnings).to.include('dorp/instellingen.json feiten["aanspreekpunt.naam"]: dit feit is leeg');
    expect(warnings).to.include('er ontbreekt iets over het aanspreekpunt: aanspreekpunt.naam');
    expect(warnings).to.include('de onafhankelijke cliëntondersteuner: clientondersteuning.telefoon');
    expect(warnings).to.include('de vertrouwenspersoon: vertrouwenspersoon.telefoon');
    expect(warnings).to.match(/\d andere feiten zijn niet ingevuld.*team\.telefoon/);
  });

  it('refuses a phone number with a digit too few, in a fact, a place and an answer', async () => {
    const faults = await editorialFaults({
      national: {
        'faq/wachtlijst.json': anAnswer('wachtlijst', { antwoord: ['Bel 0123-45678.'] }),
        'plekken.json': {
          gemeente: { naam: 'De gemeente', watHetIs: 'Uw gemeente', telefoon: '{{gemeente.telefoon}}' },
          wijk: { naam: 'Wijk', watHetIs: 'Team', telefoon: '0800-20' },
        },
      },
      local: {
        'instellingen.json': { ...localSettings, feiten: { ...localSettings.feiten, 'team.telefoon': '0123-4567899' } },
      },
    });
    expect(faults).to.include('feiten["team.telefoon"]: "0123-4567899" kan geen telefoonnummer zijn');
    expect(faults).to.include('["wijk"].telefoon: "0800-20"');
    expect(faults).to.include('antwoord[0]: "0123-45678"');
  });

  const numberOfTeam = (value: string) => {
    const feiten = { ...localSettings.feiten, 'team.telefoon': value };
    return editorialFaults({ local: { 'instellingen.json': { ...localSettings, feiten } } });
  };

  for (const value of ['bel ons', 'kijk in uw brief van 2026', '0123-456789 (ma-vr)', '012', '113', '116 111'])
    it(`refuses what is no number to call an organisation: "${value}"`, async () => {
      expect(await numberOfTeam(value)).to.include(
        `dorp/instellingen.json feiten["team.telefoon"]: "${value}" kan geen telefoonnummer zijn`,
      );
    });

  for (const value of ['112', ' 1 1 2 '])
    it(`refuses the emergency number as that of an organisation: "${value}"`, async () => {
      expect(await numberOfTeam(value)).to.include('feiten["team.telefoon"]: 112 is alleen voor nood');
    });

  for (const value of [
    '0123-456789',
    '06-12345678',
    '0800-2000',
    '0900 8844',
    '088 0767 000',
    '14 0572',
    '+31 20 123 45 67',
    '',
  ])
    it(`allows a number, or nothing: "${value}"`, async () => {
      expect(await numberOfTeam(value)).to.equal('');
    });

  it('tells a long sentence, and makes it a fault above 25 words', async () => {
    const words = (count: number) => `${Array.from({ length: count }, () => 'woord').join(' ')}.`;
    const answer = (antwoord: readonly string[]) => ({
      national: { 'faq/wachtlijst.json': anAnswer('wachtlijst', { antwoord }) },
    });
    expect(await warningsOf(answer([words(21), words(2)]))).to.include('antwoord: deze zin heeft 21 woorden');
    expect(await editorialFaults(answer([words(26), words(2)]))).to.include('antwoord: deze zin heeft 26 woorden');
    expect(await warningsOf(answer([words(14)]))).to.include('gemiddeld 14,0 woorden');
    expect(await editorialFaults(answer([words(16)]))).to.include('gemiddeld 16,0 woorden');
  });

  it('lists long words once, with how often they are used', async () => {
    const antwoord = ['Een ondertoezichtstelling duurt.'];
    const warnings = await warningsOf({
      national: {
        'faq/wachtlijst.json': anAnswer('wachtlijst', { antwoord }),
        'faq/wachttijd-ggz.json': anAnswer('wachttijd-ggz', { hoortBij: 'wachtlijst', antwoord }),
      },
    });
    expect(warnings).to.include('ondertoezichtstelling (2 keer)');
  });

  it('tells what was not looked at for longer than the setting says', async () => {
    const outcome = await loaded({
      local: { 'instellingen.json': { ...localSettings, redactie: { nakijkenNaDagen: 30 } } },
      now: new Date('2026-12-02T12:00:00Z'),
    });
    if (outcome.kind === 'faulty') throw new Error('faulty');
    expect(told(outcome.warnings).join('\n')).to.include(
      'gecontroleerdOp: al 31 dagen niet nagekeken (sinds 2026-11-01',
    );
  });
});

const localSettings = { gemeente: 'Dorp', feiten: { 'gemeente.telefoon': '0123-456789' } };
