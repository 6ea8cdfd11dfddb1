import { expect } from 'chai';
import { textOf } from '../../support/a-knowledge.ts';
import { aTalk, heard, officer, worker } from '../../support/scripted-cases.ts';
import { nationalKnowledge } from '../../support/national-knowledge.ts';

describe('words for being on duty', () => {
  for (const [said, key] of [
    ['geen dienst meer', 'samen.dienst-uit'],
    ['stop dienst', 'samen.dienst-uit'],
    ['Mijn dienst zit erop.', 'samen.dienst-uit'],
    ['ik heb geen dienst', 'samen.dienst-uit'],
  ] as const)
    it(`are understood: ${said}`, async () => {
      const { knowledge } = await nationalKnowledge();
      for (const as of [worker, officer])
        expect(heard(await aTalk({ as, knowledge }).says(said))).to.equal(textOf(key));
    });
});

describe('the titles of the forms of a worker', () => {
  it('say u', () => {
    for (const key of ['werk.signals', 'knop.signals']) expect(textOf(key), key).to.equal('Wat hebt u gehoord?');
  });
});
