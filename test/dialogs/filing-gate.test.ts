import { expect } from 'chai';
import { converse, initialState } from '../../dialogs/index.ts';
import { aKnowledge, anAnswer, readySettings, textOf } from '../support/a-knowledge.ts';
import { withoutOneThing } from '../support/not-ready.ts';
import { aCheck, aTalk, cardsIn, heard, parent, worker } from '../support/scripted-cases.ts';

const reason = /kan in deze chat nu niet/;
const [without] = withoutOneThing.filter(({ item }) => item === 'vervanger');
const notReady = () => aKnowledge({ settings: without?.settings ?? readySettings });
const deputy = textOf('gereed.mist.vervanger');

describe('filing while the municipality is not ready (T3)', () => {
  for (const { what, item, settings } of withoutOneThing)
    it(`tells a parent what is missing and whom to call, without ${what}`, async () => {
      const talk = aTalk({ as: parent, knowledge: aKnowledge({ settings }) });
      const text = heard(await talk.says('vraag voorleggen'));
      expect(text)
        .to.match(reason)
        .and.include(textOf(`gereed.mist.${item}`))
        .and.include('0123-456789');
      expect(text).to.not.include('Is er nu gevaar?');
      expect(talk.calls.filter(({ name }) => name === 'file')).to.deep.equal([]);
    });

  it('is not offered in the first words to anybody', async () => {
    const toParent = heard(await aTalk({ as: parent, knowledge: notReady() }).opens());
    expect(toParent)
      .to.include('[Ik wil een mens spreken]')
      .and.not.match(/voor ?leggen|leg .* voor/i);
    const toWorker = heard(await aTalk({ as: worker, knowledge: notReady() }).opens());
    expect(toWorker)
      .to.include('[Eén plan en één regisseur?]')
      .and.not.match(/vraag van een gezin voorleggen/i);
  });

  it('is not offered under an answer, which says why instead', async () => {
    const text = heard(await aTalk({ as: parent, knowledge: notReady() }).says('hoe lang is de wachtlijst'));
    expect(text).to.include('U wacht.').and.match(reason).and.not.include('[Leg uw vraag voor]');
  });

  it('leaves out what an answer says about filing here', async () => {
    const inviting = anAnswer({
      id: 'wachtlijst',
      antwoord: ['U kunt het hier voorleggen.'],
      zonderVoorleggen: ['Vraag om een datum.'],
      vervolg: [{ soort: 'flow', flow: 'leg-voor', tekst: 'Leg voor' }],
    });
    const ask = async (settings = readySettings) =>
      heard(
        await aTalk({ as: parent, knowledge: aKnowledge({ answers: [inviting], settings }) }).says(
          'hoe lang is de wachtlijst',
        ),
      );
    expect(await ask())
      .to.include('U kunt het hier voorleggen.')
      .and.not.include('Vraag om een datum.');
    expect(await ask(without?.settings))
      .to.include('Vraag om een datum.')
      .and.not.include('hier voorleggen');
  });

  it('tells a worker what is missing and who must act, and shows no form', async () => {
    const replies = await aTalk({ as: worker, knowledge: notReady() }).says('ik wil dit voorleggen');
    expect(cardsIn(replies)).to.deep.equal([]);
    expect(heard(replies)).to.include(deputy).and.include(textOf('gereed.wie.vervanger')).and.include('de beheerder');
  });

  it('gives a worker a verdict without the button to file', async () => {
    const script = {
      ownCases: () => Promise.resolve([{ caseId: 'c', label: 'Gezin De Vries' }]),
      check: () => Promise.resolve(aCheck({ kind: 'deviates', plan: { kind: 'none' }, regisseur: { kind: 'none' } })),
    };
    const verbs = async (knowledge = aKnowledge()) =>
      JSON.stringify(cardsIn(await aTalk({ as: worker, knowledge, script }).says('een plan een regisseur de vries')));
    expect(await verbs()).to.include('"form"');
    expect(await verbs(notReady()))
      .to.include('AdaptiveCard')
      .and.not.include('"form"');
  });

  it('refuses the buttons of a form that was handed out before, and files nothing', async () => {
    for (const verb of ['form', 'file']) {
      const talk = aTalk({ as: worker, knowledge: notReady() });
      const text = heard(await talk.submits(verb, { cardRef: 'ref-0000000000000001', ownWords: 'Help.' }));
      expect(text).to.include('Er is niets verstuurd').and.include(deputy);
      expect(talk.calls).to.deep.equal([]);
    }
  });

  it('ends a filing that was under way, gives the own words back, and is open again when the last thing is there', async () => {
    let settings = readySettings;
    const knowledge = Object.defineProperty(aKnowledge(), 'settings', { get: () => settings });
    const talk = aTalk({ as: parent, knowledge });
    await talk.saysAll('vraag voorleggen', 'nee', 'ja', 'het zit vast', 'Wij wachten al een jaar.');
    settings = without?.settings ?? readySettings;
    expect(heard(await talk.says('Versturen')))
      .to.match(reason)
      .and.include('Wij wachten al een jaar.');
    expect(talk.state().flow).to.equal(null);
    expect(heard(await talk.says('hoe lang is de wachtlijst'))).to.include('U wacht.');
    expect(talk.calls).to.deep.equal([]);
    settings = readySettings;
    expect(heard(await talk.says('vraag voorleggen'))).to.include('Is er nu gevaar?');
  });

  it('closes by itself at midnight in Amsterdam when the last talk is more than a year ago', async () => {
    const talkedOn = ['2025-11-22'];
    const settings = {
      ...readySettings,
      gereedheid: { ...readySettings.gereedheid, gesprekkenClientorganisaties: talkedOn },
    };
    let now = '2026-11-22T22:59:59.000Z';
    const { deps } = aTalk({ as: parent, knowledge: aKnowledge({ settings }) });
    const talk = converse({ ...deps, now: () => new Date(now) });
    const input = { kind: 'text', text: 'vraag voorleggen' } as const;
    const ask = async () =>
      heard((await talk(initialState, { actor: parent, conversation: 'web:c1', commandId: now, input })).replies);
    expect(await ask()).to.include('Is er nu gevaar?');
    now = '2026-11-22T23:00:00.000Z';
    expect(await ask()).to.include(textOf('gereed.mist.gesprek'));
  });

  it('never stands in the way of danger: the numbers come first, and nothing else', async () => {
    const text = heard(await aTalk({ as: parent, knowledge: notReady() }).says('ik wil niet meer leven'));
    expect(text).to.include('113').and.not.match(reason);
  });
});
