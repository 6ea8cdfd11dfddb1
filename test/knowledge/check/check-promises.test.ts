import { expect } from 'chai';
import { checkPromises } from '../../../knowledge/check/check-promises.ts';
import type { Report } from '../../../knowledge/check/reporter.ts';
import { readLayer } from '../../../knowledge/load-files.ts';
import { readSources } from '../../../knowledge/layers.ts';
import { type Merged, mergeLayers } from '../../../knowledge/merge-layers.ts';
import { anAnswer } from '../../support/a-knowledge.ts';

const folder = (name: string) => new URL(`../../../knowledge/${name}`, import.meta.url).pathname;

describe('a promise about how it will end', () => {
  let merged: Merged;
  before(async () => {
    const [national, local] = [await readLayer(folder('landelijk')), await readLayer(folder('voorbeeldstad'))];
    const outcome = mergeLayers(readSources(national, false), readSources(local, true));
    if (outcome.kind === 'faulty') throw new Error('The layers do not fit together.');
    merged = outcome.merged;
  });

  const told = (text: string) => {
    const report: Report = { faults: [], warnings: [] };
    const answers = new Map([['steun', anAnswer({ id: 'steun', antwoord: [text] })]]);
    checkPromises({ merged: { ...merged, answers, flows: new Map() } }, report);
    expect(report.faults).to.deep.equal([]);
    return report.warnings.map(({ place, problem }) => `${place} ${problem}`).join('\n');
  };

  for (const sentence of [
    'Uw kind wordt nooit uit huis geplaatst.',
    'Wij beloven dat.',
    'Uw kind blijft altijd thuis.',
    'Dat beloven wij u.',
    'Wij garanderen een plek binnen een week.',
    'U krijgt altijd een regisseur.',
    'Wat u vertelt, blijft gegarandeerd geheim.',
    'Wij helpen u zeker weten.',
    'U raakt uw kind nooit kwijt.',
  ])
    it(`is told: "${sentence}"`, () => {
      expect(told(`Bel ons. ${sentence}`))
        .to.match(/^antwoord\[0\] dit leest als een belofte/)
        .and.include(sentence);
    });

  for (const sentence of [
    'U mag altijd eerst om een gesprek vragen.',
    'Wij kunnen niet beloven dat het lukt.',
    'Wij beloven niets.',
    'De hulp helpt niet altijd.',
    'Wordt mijn kind nooit uit huis geplaatst?',
    'Vraag altijd wie hulp geeft.',
  ])
    it(`is not: "${sentence}"`, () => {
      expect(told(sentence)).to.equal('');
    });

  it('stands nowhere in the texts of the project', () => {
    const report: Report = { faults: [], warnings: [] };
    checkPromises({ merged }, report);
    expect(report.warnings).to.deep.equal([]);
  });
});
