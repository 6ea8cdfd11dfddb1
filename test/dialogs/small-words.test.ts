import { expect } from 'chai';
import type { Cases } from '../../cases/index.ts';
import { anEscalation } from '../support/a-family-case.ts';
import { aKnowledge, anAnswer, textOf } from '../support/a-knowledge.ts';
import { aTalk, heard, officer, parent, worker } from '../support/scripted-cases.ts';

describe('words that ask nothing', () => {
  const said: readonly (readonly [string, string])[] = [
    ['weet ik veel', 'weet-niet.geeft-niet'],
    ['Geen idee!', 'weet-niet.geeft-niet'],
    ['ok', 'ok.antwoord'],
    ['👍🏽', 'ok.antwoord'],
    ['😭😭', 'verdriet.antwoord'],
  ];
  for (const [text, key] of said)
    it(`get words that fit: ${text}`, async () => {
      expect(heard(await aTalk({ as: parent }).says(text))).to.include(textOf(key));
    });

  it('are the don’t-know of a flow: "weet ik veel"', async () => {
    const talk = aTalk({ as: parent });
    await talk.saysAll('vraag voorleggen', 'nee');
    expect(heard(await talk.says('weet ik veel'))).to.not.include(textOf('weet-niet.geeft-niet'));
  });
});

describe('"is het gelukt?"', () => {
  const asks = ['is het gelukt?', 'heeft u mijn vraag ontvangen?', 'Is mijn bericht goed aangekomen'];

  for (const text of asks)
    it(`asks for the code when nothing was filed here: ${text}`, async () => {
      const talk = aTalk({ as: parent });
      expect(heard(await talk.says(text)))
        .to.include(textOf('volgen.geen-in-gesprek'))
        .and.include('Typ uw volgcode');
    });

  it('shows how the filing of this conversation stands', async () => {
    const escalation = anEscalation({ number: 'L-EIGEN' });
    const follow: Cases['follow'] = () => Promise.resolve({ kind: 'followed', escalation, stopped: [] });
    const talk = aTalk({ as: parent, script: { follow } });
    await talk.says('K7QP-3M2X');
    for (const text of asks) expect(heard(await talk.saysAll('stop', text)), text).to.include('L-EIGEN');
  });

  it('is no question about the filing when it is about something else', async () => {
    for (const text of ['het is niet gelukt', 'hoe lang is de wachtlijst'])
      expect(heard(await aTalk({ as: parent }).says(text)), text).to.not.include(textOf('volgen.geen-in-gesprek'));
  });
});

describe('an answer that was written for professionals', () => {
  const knowledge = aKnowledge({
    answers: [anAnswer({ id: 'prof', doelgroep: ['professional'], antwoord: ['Splits.'], voorOuders: 'gezinsplan' })],
    matches: {
      regie: { decided: 'answer', answerId: 'prof' },
      twijfel: { decided: 'suggest', suggestions: ['prof', 'wachtlijst'] },
    },
  });

  it('is the one for parents when a parent asks, also as a choice', async () => {
    const talk = aTalk({ as: parent, knowledge });
    expect(heard(await talk.says('regie')))
      .to.include('Eén plan voor het hele gezin')
      .and.not.include('Splits');
    expect(heard(await talk.says('twijfel')))
      .to.include('[Het gezinsplan]')
      .and.not.include('[prof]');
  });

  it('stays as it is for who works here', async () => {
    for (const as of [worker, officer])
      expect(
        heard(await aTalk({ as, knowledge, script: { ownCases: () => Promise.resolve([]) } }).says('regie')),
      ).to.include('Splits.');
  });
});
