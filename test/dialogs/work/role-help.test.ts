import { expect } from 'chai';
import type { Cases } from '../../../cases/index.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import { aKnowledge, textOf } from '../../support/a-knowledge.ts';
import { nationalKnowledge } from '../../support/national-knowledge.ts';
import { aTalk, heard, officer, parent, worker } from '../../support/scripted-cases.ts';

const ordinary = new Set(
  'heeft een het gezin de wachtlijst plan regisseur geen in bakker help hier hulp vragen hallo dank ok'.split(' '),
);
const knowledge = {
  ...aKnowledge({
    matches: {
      'gezin Pietersen': { decided: 'answer', answerId: 'wachtlijst' },
      'De Vries': { decided: 'answer', answerId: 'wachtlijst' },
      'hulp vragen': { decided: 'answer', answerId: 'wat-kan-deze-chat' },
    },
  }),
  knows: (word: string) => ordinary.has(word),
};
const unknown = textOf('medewerker.gezin-onbekend');
const ownCases: Cases['ownCases'] = () => Promise.resolve([{ caseId: 'c-bakker', label: 'Gezin Bakker' }]);
const asWorker = () => aTalk({ as: worker, knowledge, script: { ownCases } });

describe('a family that is not known here', () => {
  for (const text of [
    'gezin Pietersen',
    'heeft gezin pietersen een plan?',
    'familie van den Berg',
    'De Vries',
    'Pietersen',
    'hoe gaat het met gezin De Vries',
  ])
    it(`is told to be unknown or somebody else’s, with what can be done: ${text}`, async () => {
      const said = heard(await asWorker().says(text));
      expect(said).to.include(unknown).and.include(textOf('medewerker.dit-kan'));
    });

  it('is told with the card of the own families when a check was asked', async () => {
    expect(heard(await asWorker().says('heeft gezin Pietersen één plan en één regisseur?'))).to.include(unknown);
  });

  it('is not meant by an own family, by ordinary words, or by a parent', async () => {
    for (const text of ['gezin heeft geen regisseur', 'Wachtlijst', 'het plan'])
      expect(heard(await asWorker().says(text)), text).to.not.include(unknown);
    expect(heard(await aTalk({ as: parent, knowledge }).says('gezin Pietersen'))).to.not.include(unknown);
  });

  it('reads the same whether it exists or not: only the own families are looked at', async () => {
    const talk = asWorker();
    await talk.says('gezin Pietersen');
    expect(talk.calls.map(({ name }) => name)).to.deep.equal(['ownCases']);
  });
});

describe('help for who works here', () => {
  for (const text of ['help', 'wat kan ik hier', 'hulp vragen'])
    it(`is what the role can type: ${text}`, async () => {
      expect(heard(await asWorker().says(text))).to.include(textOf('groet.medewerker.opdrachten'));
      expect(heard(await aTalk({ as: officer, knowledge }).says(text))).to.include(textOf('aanspreekpunt.dit-kan'));
    });

  it('stands under a question without an answer, instead of the number of the municipality', async () => {
    const said = heard(await aTalk({ as: officer, knowledge }).says('hoe geef ik een opdracht aan school'));
    expect(said).to.include(textOf('medewerker.weet-ik-niet')).and.include('opdracht geven');
    expect(said).to.not.include('Een medewerker helpt u wel');
  });

  it('says where to call in danger in one line, below what can be typed', async () => {
    const said = heard(await asWorker().says('help'));
    expect(said.indexOf(textOf('groet.gevaar'))).to.be.above(said.indexOf(textOf('groet.medewerker.dienst')));
  });
});

describe('small talk of who works here', () => {
  let national: Knowledge;
  before(async () => {
    ({ knowledge: national } = await nationalKnowledge());
  });

  for (const [text, key] of [
    ['hallo', 'medewerker.groet'],
    ['Goedemorgen', 'medewerker.groet'],
    ['dank je', 'medewerker.graag-gedaan'],
    ['bedankt!', 'medewerker.graag-gedaan'],
    ['ok', 'medewerker.ok'],
    ['tot morgen', 'medewerker.tot-ziens'],
  ] as const)
    it(`gets a short answer of a colleague: ${text}`, async () => {
      for (const as of [worker, officer])
        expect(heard(await aTalk({ as, knowledge: national, script: { ownCases } }).says(text))).to.equal(textOf(key));
      expect(heard(await aTalk({ as: parent, knowledge: national }).says(text))).to.not.equal(textOf(key));
    });

  it('is no cry for help when it is one word: "help" says what can be typed here', async () => {
    for (const text of ['help', 'Help!', 'HELP'])
      expect(heard(await aTalk({ as: worker, knowledge: national, script: { ownCases } }).says(text)))
        .to.match(new RegExp(`^${textOf('medewerker.dit-kan')}`))
        .and.include(textOf('groet.medewerker.opdrachten'));
  });
});
