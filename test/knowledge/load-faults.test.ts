import { expect } from 'chai';
import { anAnswer, faultsOf } from './a-layer.ts';

const changed = (changes: Readonly<Record<string, unknown>>) => ({
  national: { 'faq/wachtlijst.json': anAnswer('wachtlijst', changes) },
});

describe('loading the knowledge', () => {
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
      'refuses letters that were not saved as UTF-8',
      { national: { 'teksten.json': '{ "a": "m\ufffdlden" }' } },
      'landelijk/teksten.json bestand: letters met een accent gaan verloren; bewaar dit bestand als UTF-8',
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
});
