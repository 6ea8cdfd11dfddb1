import { expect } from 'chai';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { aTalk, heard, parent } from '../support/scripted-cases.ts';

describe('the first words to a parent', () => {
  it('say that it is a computer, what not to type, who to call in danger and what can be done', async () => {
    const text = heard(await aTalk({ as: parent }).opens());
    expect(text)
      .to.match(/Ik ben een computer/)
      .and.match(/burgerservicenummer/)
      .and.match(/Bel 112/);
    expect(text).to.include('[Mijn vraag voorleggen]').and.include('[Ik wil een mens spreken]');
  });

  it('are the open question when the parent comes back in the middle of a flow', async () => {
    const talk = aTalk({ as: parent });
    await talk.says('leg mijn vraag voor');
    expect(heard(await talk.opens()))
      .to.include('Is er nu gevaar?')
      .and.not.include('Ik ben een computer');
  });
});

describe('a question of a parent', () => {
  it('does not take the first choices away: they work as long as they can be seen', async () => {
    const talk = aTalk({ as: parent });
    await talk.opens();
    expect(heard(await talk.saysAll('hoe lang is de wachtlijst', 'Mijn vraag voorleggen'))).to.include(
      'Is er nu gevaar?',
    );
  });

  it('is answered first, with its places as links and its next steps as choices', async () => {
    const text = heard(await aTalk({ as: parent }).says('hoe lang is de wachtlijst'));
    expect(text).to.include('Bel 0123-456789.').and.include('<tel:0123987654>').and.include('[Leg uw vraag voor]');
  });

  it('leads on by the number, the words or the start of a choice', async () => {
    for (const said of ['1', 'Leg uw vraag voor', 'leg uw']) {
      const talk = aTalk({ as: parent });
      expect(heard(await talk.saysAll('hoe lang is de wachtlijst', said)), said).to.include('Is er nu gevaar?');
    }
    const talk = aTalk({ as: parent });
    expect(heard(await talk.saysAll('hoe lang is de wachtlijst', '2'))).to.include('Eén plan voor het hele gezin.');
  });

  it('gets "Bedoelt u …?" when two answers fit, and a person when none of them does', async () => {
    const talk = aTalk({ as: parent });
    expect(heard(await talk.says('iets met een plan'))).to.include('[Het gezinsplan]\n[Wachtlijst]\n[Geen van deze]');
    const declined = aTalk({ as: parent });
    expect(heard(await declined.saysAll('iets met een plan', 'nee'))).to.include(textOf('antwoord.weet-ik-niet'));
    expect(heard(await talk.says('geen van deze')))
      .to.include(textOf('antwoord.weet-ik-niet'))
      .and.include('<tel:0123456789>');
  });

  it('is declined honestly with a person to call when nothing fits', async () => {
    expect(heard(await aTalk({ as: parent }).says('wie wint de cup'))).to.include('<tel:0123456789>');
  });

  it('never reaches the register', async () => {
    const talk = aTalk({ as: parent });
    await talk.saysAll(
      'heeft gezin De Vries één plan en één regisseur?',
      'De Vries',
      'mijn kaarten',
      'leg gezin De Vries voor',
    );
    expect(talk.calls).to.deep.equal([]);
  });

  it('can not start a flow of workers, also not through a choice', async () => {
    const knowledge = aKnowledge({
      matches: { check: { answerId: 'wachtlijst', decided: 'answer' } },
    });
    const talk = aTalk({ as: parent, knowledge });
    for (const said of ['1g1p1r', 'casus-check', 'een plan een regisseur']) {
      expect(heard(await talk.says(said)), said).to.include(textOf('antwoord.weet-ik-niet'));
    }
  });

  it('can not press a button of workers', async () => {
    const talk = aTalk({ as: parent });
    for (const verb of ['check', 'file', 'open', 'take', 'decide', 'withdraw', 'form', 'constructor']) {
      const replies = await talk.submits(verb, { cardRef: 'card-0000000000000001' });
      expect(heard(replies), verb).to.equal(textOf('weiger.onbekende-knop'));
    }
    expect(talk.calls).to.deep.equal([]);
  });
});
