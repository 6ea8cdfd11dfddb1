/** Phone numbers and braces in everything that a person reads, and the layer that is named for it. */
import { expect } from 'chai';
import type { KnowledgeFault } from '../../../knowledge/index.ts';
import { aFlow, anAnswer, type Layers, loaded } from '../a-layer.ts';

async function editorial(layers: Layers) {
  const outcome = await loaded(layers);
  if (outcome.kind === 'faulty') throw new Error(outcome.faults.map(({ problem }) => problem).join('\n'));
  return outcome.editorial();
}

const told = (list: readonly KnowledgeFault[]) =>
  list
    .filter(({ file }) => file !== 'intents')
    .map(({ file, place, problem }) => `${file} ${place}: ${problem}`)
    .join('\n');
const faultsOf = async (layers: Layers): Promise<string> => told((await editorial(layers)).faults);

const gemeente = { naam: 'De gemeente', watHetIs: 'Uw gemeente', telefoon: '{{gemeente.telefoon}}' };
const ownWords = {
  soort: 'invoer',
  tekst: 'Wat is uw vraag?',
  bewaarAls: 'eigenWoorden',
  maxTekens: 100,
  naar: 'indienen',
  overslaan: null,
};

describe('the texts that a person reads', () => {
  it('hold no number that can not be one, in an answer, a flow, a text or a place', async () => {
    const wrong = 'Bel Veilig Thuis: 0800-200.';
    const faults = await faultsOf({
      national: {
        'faq/wachtlijst.json': anAnswer('wachtlijst', { titel: wrong }),
        'flows/vraag.json': aFlow({ woorden: { ...ownWords, toelichting: wrong } }),
        'teksten.json': { 'groet.ouder': 'Hallo {{naam}}.', extra: wrong, 'herken.x': wrong },
        'plekken.json': { gemeente: { ...gemeente, watHetIs: wrong } },
      },
    });
    for (const place of [
      'faq/wachtlijst.json titel',
      'flows/vraag.json stappen.woorden.toelichting',
      'teksten.json ["extra"]',
      'plekken.json ["gemeente"].watHetIs',
    ])
      expect(faults).to.include(`${place}: "0800-200" kan geen telefoonnummer zijn`);
    expect(faults).to.not.include('herken.x');
  });

  it('hold a loose number only when everybody knows it or a place has it', async () => {
    const antwoord = ['Bel 112, 14 0123, 0800-2000, 0123-456789 of 0123-999999.'];
    const thuis = { naam: 'Veilig Thuis', watHetIs: 'Advies', telefoon: '0800 2000' };
    const faults = await faultsOf({
      national: { 'faq/wachtlijst.json': anAnswer('wachtlijst', { antwoord }), 'plekken.json': { gemeente, thuis } },
    });
    expect(faults.split('\n')).to.have.length(2);
    expect(faults).to.match(/"0123-456789" staat los .*schrijf \{\{gemeente\.telefoon\}\}/);
    expect(faults).to.match(/"0123-999999" staat los .*zet het bij een plek/);
  });

  it('hold no key in one brace, which the reader would see; the widget writes its own words so', async () => {
    const antwoord = ['Bel {team.naam}, of {{gemeente.telefoon}}.'];
    const faults = await faultsOf({
      national: { 'widget.json': { kop: 'Gesprek: {kop}' } },
      local: { 'faq/wachtlijst.json': anAnswer('wachtlijst', { antwoord }) },
    });
    expect(faults).to.include('dorp/faq/wachtlijst.json antwoord[0]: "{team.naam}" wordt niet ingevuld');
    expect(faults).to.not.include('widget');
  });

  it('are told with the layer they stand in, also in a file that both layers have', async () => {
    const dark = { naam: 'Kelder', watHetIs: 'Donker' };
    const { warnings } = await editorial({
      national: { 'plekken.json': { gemeente, zolder: dark } },
      local: { 'plekken.json': { kelder: dark } },
    });
    expect(told(warnings)).to.include('dorp/plekken.json ["kelder"]').and.include('landelijk/plekken.json ["zolder"]');
  });

  for (const number of ['112', '113', '0800-0113', '0800 2000'])
    it(`show a number for danger only beside its own name: ${number}`, async () => {
      const named = (naam: string) =>
        faultsOf({
          local: { 'plekken.json': { gemeente, lijn: { naam, watHetIs: 'Praten', telefoon: number } } },
        });
      expect(await named('Speeltuin De Wip')).to.include(`dorp/plekken.json ["lijn"].telefoon: "${number}" hoort bij`);
      const owner =
        number === '112' ? 'Alarmnummer' : number === '0800 2000' ? 'Veilig Thuis' : '113 Zelfmoordpreventie';
      expect(await named(owner)).to.equal('');
    });

  it('use a place when they tell its number', async () => {
    const lijn = { naam: 'De lijn', watHetIs: 'Praten', telefoon: '0900-1450' };
    const antwoord = ['Bel de lijn: 0900 1450.'];
    const { warnings } = await editorial({
      national: { 'faq/wachtlijst.json': anAnswer('wachtlijst', { antwoord }), 'plekken.json': { gemeente, lijn } },
    });
    expect(told(warnings)).to.not.include('["lijn"]');
  });
});
