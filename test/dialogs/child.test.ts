import { expect } from 'chai';
import { speaksAsChild } from '../../dialogs/child.ts';
import { plainWords } from '../../dialogs/plain-words.ts';
import { aKnowledge, anAnswer, textOf } from '../support/a-knowledge.ts';
import { aTalk, heard, parent } from '../support/scripted-cases.ts';

const knowledge = aKnowledge();

describe('somebody who says to be a child', () => {
  for (const text of [
    'ik ben 9 jaar en mama is weg',
    'ik ben 12',
    'Ik ben twaalf.',
    'hoi, ik ben 16 jaar oud',
    'ben 8',
  ])
    it(`is heard in "${text}"`, () => {
      expect(speaksAsChild(plainWords(text), knowledge)).to.equal(true);
    });

  for (const text of [
    'ik ben 9 jaar getrouwd',
    'ik ben 12 weken zwanger',
    'ik ben 34',
    'ik ben 18 jaar',
    'mijn zoon is 9 jaar',
    'ik ben een moeder van twee',
    'ik ben 5 keer gebeld',
  ])
    it(`is not heard in "${text}"`, () => {
      expect(speaksAsChild(plainWords(text), knowledge)).to.equal(false);
    });

  it('reads "je" and the Kindertelefoon when there is no answer, and later in the same conversation too', async () => {
    const talk = aTalk({ as: parent, knowledge });
    for (const text of ['ik ben 12', 'en nu']) {
      const said = heard(await talk.says(text));
      expect(said, text).to.include('0800-0432').and.include('112');
      expect(said, text).to.not.include(textOf('antwoord.weet-ik-niet'));
    }
  });

  it('reads them above an answer that was written for grown-ups', async () => {
    const talk = aTalk({ as: parent, knowledge });
    await talk.says('ik ben 14');
    const said = heard(await talk.says('iets met een plan'));
    expect(said.startsWith(textOf('kind.bel')), said).to.equal(true);
    const grownUp = heard(await aTalk({ as: parent, knowledge }).says('iets met een plan'));
    expect(grownUp).to.not.include('0800-0432');
  });

  it('reads of the Kindertelefoon below the numbers for danger', async () => {
    const talk = aTalk({ as: parent, knowledge });
    await talk.says('ik ben 14');
    expect(heard(await talk.says('ik wil dood'))).to.include(textOf('kind.bel'));
    expect(heard(await aTalk({ as: parent, knowledge }).says('ik wil dood'))).to.not.include(textOf('kind.bel'));
  });

  it('reads both above the choices', async () => {
    const said = heard(await aTalk({ as: parent, knowledge: offering() }).says('ik ben 9 jaar en mama is weg'));
    expect(said.indexOf('0800-0432')).to.be.within(0, said.indexOf(textOf('kind.bedoel-je')));
  });
});

describe('choices of which one is about danger', () => {
  it('stand under the numbers, and other choices without them', async () => {
    const numbers = textOf('suggestie.gevaar');
    const said = heard(await aTalk({ as: parent, knowledge: offering() }).says('iets ergs'));
    expect(said.indexOf(numbers)).to.be.within(0, said.indexOf(textOf('antwoord.bedoelt-u')));
    expect(heard(await aTalk({ as: parent, knowledge }).says('iets met een plan'))).to.not.include(numbers);
  });

  it('are never "Hallo", an answer of politeness', async () => {
    const said = heard(await aTalk({ as: parent, knowledge: offering() }).says('iets ergs'));
    expect(said).to.include('[Het gezinsplan]').and.not.include('[Begroeting]');
  });
});

function offering() {
  const decided = 'suggest' as const;
  const suggestions = ['groet', 'zelfmoordgedachten', 'gezinsplan'];
  return aKnowledge({
    answers: [anAnswer({ id: 'groet', titel: 'Begroeting', soort: 'smalltalk' })],
    matches: {
      'iets ergs': { decided, suggestions },
      'ik ben 9 jaar en mama is weg': { decided, suggestions },
    },
  });
}
