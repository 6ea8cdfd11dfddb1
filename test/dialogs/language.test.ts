import { expect } from 'chai';
import { spoken } from '../../dialogs/plain-words.ts';
import { languageOf } from '../../dialogs/language.ts';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { aTalk, heard, parent, worker } from '../support/scripted-cases.ts';

const knowledge = aKnowledge();

describe('the language of a question', () => {
  const written: readonly (readonly [string, string | undefined])[] = [
    ['Hello can anyone help, my boy is not at school', 'en'],
    ['where do I find help for my son?', 'en'],
    ['merhaba oğlum okula gitmiyor yardım edin', 'tr'],
    ['dzień dobry moje dziecko nie chodzi do szkoły', 'pl'],
    ['مرحبا ابني لا يذهب الى المدرسة', 'ar'],
    ['Добрий день моя дитина не ходить до школи', 'uk'],
    ['mijn kind is 9 en wil niet meer naar school', undefined],
    ['ik wil help in de school van mijn zoon', undefined],
    ['is de wachtlijst lang', undefined],
    ['help', undefined],
    ['', undefined],
    ['Ирина wil een gesprek over haar zoon', undefined],
  ];
  for (const [text, language] of written)
    it(`of "${text}" is ${language ?? 'not told'}`, () => {
      expect(languageOf(spoken(text), knowledge)).to.equal(language);
    });

  it('gives a parent one sentence in it before what was recognised', async () => {
    const english = textOf('taal.en').slice(0, 25);
    const said = heard(await aTalk({ as: parent, knowledge }).says('where can my son get help with school?'));
    expect(said.indexOf(english)).to.be.within(0, said.indexOf(textOf('antwoord.weet-ik-niet')));
    const talk = aTalk({ as: worker, knowledge, script: { ownCases: () => Promise.resolve([]) } });
    expect(heard(await talk.says('where can my son get help?'))).to.not.include(english);
  });
});
