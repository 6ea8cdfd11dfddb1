/** What is said right after the numbers to call, and going on with what was talked about. */
import { expect } from 'chai';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { aTalk, heard, parent } from '../support/scripted-cases.ts';

const DANGER = 'ik wil niet meer leven';
const GO_ON = 'Verder met mijn vraag';
const talk = () => aTalk({ as: parent });

describe('going on after danger', () => {
  for (const said of [GO_ON, 'ja', 'ja graag', 'Ja ik wil verder praten'])
    it(`comes back to the answer that was read: "${said}"`, async () => {
      const text = heard(await talk().saysAll('hoe lang is de wachtlijst', DANGER, said));
      expect(text)
        .to.include(textOf('crisis.terug'))
        .and.include('U wacht.')
        .and.include('[Leg uw vraag voor]')
        .and.not.include('Ik ben een computer');
    });

  it('comes back to it after danger was told twice, and its choices work', async () => {
    const text = await talk().saysAll('hoe lang is de wachtlijst', DANGER, 'hij heeft een mes', GO_ON, '1');
    expect(heard(text)).to.include('Is er nu gevaar?');
  });

  it('comes back to the choices that were offered', async () => {
    const text = heard(await talk().saysAll('iets met een plan', DANGER, GO_ON));
    expect(text).to.include('[Het gezinsplan]\n[Wachtlijst]');
  });

  it('comes back to the end of a flow rather than to what was read before it', async () => {
    const ended = [
      'hoe lang is de wachtlijst',
      'vraag voorleggen',
      'nee',
      'ja',
      'het zit vast',
      'Help.',
      'Niet versturen',
    ];
    expect(heard(await talk().saysAll(...ended, DANGER, GO_ON))).to.not.include('U wacht.');
  });

  it('says in one sentence what can be done when there was nothing yet', async () => {
    const text = heard(await talk().saysAll(DANGER, GO_ON));
    expect(text)
      .to.include(textOf('crisis.begin'))
      .and.include('[Mijn vraag voorleggen]')
      .and.not.include('Ik ben een computer');
  });

  for (const [said, key] of [
    ['nee', 'crisis.niet-verder'],
    ['nee dank je', 'crisis.niet-verder'],
    ['nee het gaat weer', 'crisis.na-gevaar'],
    ['het is al voorbij, ze slaapt', 'crisis.na-gevaar'],
  ] as const)
    it(`gives an answer with the number, and can still go on: "${said}"`, async () => {
      const one = talk();
      expect(heard(await one.saysAll('hoe lang is de wachtlijst', DANGER, said)))
        .to.include(textOf(key))
        .and.include('<tel:112>')
        .and.include(`[${GO_ON}]`);
      expect(heard(await one.says(GO_ON))).to.include('U wacht.');
    });

  it('does not take for over what is not over', async () => {
    for (const said of ['het is nog niet voorbij', 'ik weet niet of het voorbij is'])
      expect(heard(await talk().saysAll(DANGER, said)), said).to.not.include(textOf('crisis.na-gevaar'));
  });

  it('answers a new question as always, and a yes long after means nothing', async () => {
    const one = talk();
    expect(heard(await one.saysAll(DANGER, 'hoe lang is de wachtlijst'))).to.include('U wacht.');
    expect(heard(await one.says('ja'))).to.include(textOf('antwoord.weet-ik-niet'));
  });
});

describe('after the numbers at the end of the safety question', () => {
  const knowledge = aKnowledge();
  for (const said of ['nee het gaat weer', 'nee', 'ja'])
    it(`an answer is given: "${said}"`, async () => {
      const text = heard(await aTalk({ as: parent, knowledge }).saysAll('vraag voorleggen', 'weet ik niet', said));
      expect(text).to.not.include(textOf('antwoord.weet-ik-niet')).and.not.include('Ik ben een computer');
    });
});

describe('words right after the numbers in the middle of a flow', () => {
  for (const said of ['nee het gaat weer', 'nee gaat weer', 'ja gelukkig wel', 'hij slaapt nu'])
    it(`answer no question of the flow: "${said}"`, async () => {
      const one = talk();
      expect(heard(await one.saysAll('vraag voorleggen', 'nee', DANGER, said)))
        .to.include(textOf('crisis.na-gevaar'))
        .and.include('Is het ingewikkeld?');
      expect(one.state().flow).to.deep.include({ step: 'complex' });
    });

  it('are an answer when they are one of the choices', async () => {
    expect(heard(await talk().saysAll('vraag voorleggen', 'nee', DANGER, 'Nee'))).to.include('Zit het vast?');
  });

  it('mean the question one turn later', async () => {
    const text = await talk().saysAll('vraag voorleggen', 'nee', DANGER, 'hij slaapt nu', 'nee hoor');
    expect(heard(text)).to.include('Zit het vast?');
  });
});
