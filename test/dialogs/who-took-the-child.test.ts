import { expect } from 'chai';
import { understood } from '../../dialogs/parent/understanding.ts';
import { aKnowledge, anAnswer } from '../support/a-knowledge.ts';
import { aTalk, heard, parent } from '../support/scripted-cases.ts';

const crisis = {
  ranked: ['uitbuiting-ontvoering', 'uithuisplaatsing'],
  answerId: 'uitbuiting-ontvoering',
  crisis: true,
  level: 'crisis',
  decided: 'answer',
} as const;
const said = 'ze hebben mijn kind meegenomen gisteren';
const clear = 'mijn kind is ontvoerd';
const acute = 'ze hebben mijn kind nu meegenomen';
const knowledge = {
  ...aKnowledge({
    answers: [
      anAnswer({
        id: 'uitbuiting-ontvoering',
        soort: 'crisis',
        risico: 'crisis',
        antwoord: ['Bel 112 bij ontvoering.'],
      }),
      anAnswer({ id: 'uithuisplaatsing', antwoord: ['De rechter beslist.'] }),
    ],
    matches: { [said]: crisis, [clear]: crisis, [acute]: { ...crisis, level: 'acuut' } },
  }),
  clarification: () => ({
    vraag: 'Wie heeft uw kind meegenomen?',
    keuzes: [
      { antwoord: 'uithuisplaatsing', tekst: 'De jeugdbescherming' },
      { antwoord: 'uitbuiting-ontvoering', tekst: 'Iemand anders' },
    ],
  }),
};

describe('a child that somebody took', () => {
  it('gets the numbers first, then the question who did, and an answer to each choice', async () => {
    for (const [choice, answer] of [
      ['De jeugdbescherming', 'De rechter beslist.'],
      ['Iemand anders', 'Bel 112 bij ontvoering.'],
    ] as const) {
      const talk = aTalk({ as: parent, knowledge });
      const asked = heard(await talk.says(said));
      expect(asked.indexOf('112')).to.be.within(0, asked.indexOf('Wie heeft uw kind meegenomen?'));
      expect(asked).to.include('0800-2000').and.not.include('ontvoering');
      expect(heard(await talk.says(choice))).to.include(answer);
    }
  });

  it('is not asked about when it is clear who did it, or when it happens now', async () => {
    for (const text of [clear, acute])
      expect(heard(await aTalk({ as: parent, knowledge }).says(text)), text).to.include('Bel 112 bij ontvoering.');
  });
});

describe('what the assistant makes of the own words', () => {
  it('ends in one mark, also when the subject is a question', () => {
    const asked = aKnowledge({
      answers: [anAnswer({ id: 'regisseur', titel: 'Wat doet een regisseur?' })],
      matches: { 'wie regelt dit': { decided: 'answer', answerId: 'regisseur' } },
    });
    const words = understood({ eigenWoorden: 'wie regelt dit' }, asked);
    expect(words)
      .to.include('Wat doet een regisseur?')
      .and.not.match(/[.?!]\p{P}?[.?!]/u);
  });
});
