import { expect } from 'chai';
import { withoutBsn } from '../../dialogs/bsn-in-text.ts';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { aTalk, heard, parent } from '../support/scripted-cases.ts';

const mark = textOf('bsn.verwijderd');
const notice = textOf('bsn.niet-nodig');

describe('a question with a citizen service number', () => {
  const left: readonly (readonly [string, string])[] = [
    [`mijn bsn is ${mark} kunt u mij helpen`, 'kunt u mij helpen'],
    [`kunt u mij helpen, mijn BSN: ${mark}`, 'kunt u mij helpen,'],
    [`bsn van mijn zoon is ${mark}`, ''],
    [`bsn ${mark} regisseur`, 'regisseur'],
    [`${mark} wachtlijst`, 'wachtlijst'],
    ['geen bsn nummer', 'geen bsn nummer'],
  ];
  for (const [text, rest] of left)
    it(`is about "${rest}" when it is "${text}"`, () => {
      expect(withoutBsn(text, aKnowledge())).to.equal(rest);
    });

  it('is answered, and the notice is given once', async () => {
    const said = heard(await aTalk({ as: parent }).says('mijn bsn is 111222333, hoe lang is de wachtlijst'));
    expect(said.split(notice)).to.have.length(2);
    const asked = aKnowledge({
      matches: { ', hoe lang is de wachtlijst': { decided: 'answer', answerId: 'wachtlijst' } },
    });
    const answered = heard(
      await aTalk({ as: parent, knowledge: asked }).says('mijn bsn is 111222333, hoe lang is de wachtlijst'),
    );
    expect(answered).to.include(notice).and.include('U wacht.').and.not.include('nummer verwijderd');
  });

  it('is told in the middle of a flow too, and never before the numbers', async () => {
    const talk = aTalk({ as: parent });
    await talk.says('leg mijn vraag voor');
    expect(heard(await talk.says('mijn bsn is 111222333'))).to.include(notice);
    const danger = aKnowledge({
      matches: { 'hij heeft een mes': { crisis: true, level: 'acuut', decided: 'answer' } },
    });
    const said = heard(await aTalk({ as: parent, knowledge: danger }).says('bsn 111222333 hij heeft een mes'));
    expect(said.indexOf(notice)).to.be.greaterThan(said.indexOf('112'));
  });
});
