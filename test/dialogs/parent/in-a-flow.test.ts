import { expect } from 'chai';
import type { Reply } from '../../../dialogs/index.ts';
import { aKnowledge, textOf } from '../../support/a-knowledge.ts';
import { aTalk, heard, parent } from '../../support/scripted-cases.ts';
import { writing } from './a-writing-parent.ts';

describe('what always works in a flow', () => {
  it('stops, and says that nothing was sent', async () => {
    const talk = await writing();
    expect(heard(await talk.says('stop'))).to.include('Er is niets verstuurd');
    expect(talk.state().flow).to.equal(null);
    expect(talk.calls).to.deep.equal([]);
  });

  it('says that nothing was running when there was nothing to stop', async () => {
    expect(heard(await aTalk({ as: parent }).says('annuleer'))).to.include(textOf('stop.niets-liep'));
  });

  it('goes back, also from own words and from an outcome', async () => {
    const talk = await writing();
    expect(heard(await talk.says('terug'))).to.include('Zit het vast?');
    const other = aTalk({ as: parent });
    expect(heard(await other.saysAll('vraag voorleggen', 'weet ik niet', 'terug'))).to.include('Is er nu gevaar?');
  });

  it('says so when there is no way back', async () => {
    const talk = aTalk({ as: parent });
    expect(heard(await talk.saysAll('vraag voorleggen', 'terug')))
      .to.include(textOf('terug.kan-niet'))
      .and.include('Is er nu gevaar?');
    expect(heard(await aTalk({ as: parent }).says('terug'))).to.include(textOf('terug.kan-niet'));
  });

  it('begins again with nothing kept', async () => {
    const talk = await writing();
    expect(heard(await talk.says('opnieuw')))
      .to.include(textOf('opnieuw.flow'))
      .and.include('Is er nu gevaar?');
    expect(talk.state().flow).to.deep.include({ answers: {}, path: [] });
  });

  it('names a person and a number, and asks the open question again', async () => {
    const talk = aTalk({ as: parent });
    const text = heard(await talk.saysAll('vraag voorleggen', 'mens spreken'));
    expect(text).to.include('<tel:0123456789>').and.include('Is er nu gevaar?');
  });

  it('offers the client supporter at every question, and tells about it without losing the question', async () => {
    const talk = aTalk({ as: parent });
    expect(heard(await talk.says('vraag voorleggen'))).to.include('[Hulp van een cliëntondersteuner]');
    const text = heard(await talk.says('Hulp van een cliëntondersteuner'));
    expect(text).to.include('Iemand die naast u staat.').and.include('Is er nu gevaar?');
  });

  it('does not offer a supporter that the municipality does not have', async () => {
    const talk = aTalk({ as: parent, knowledge: aKnowledge({ places: {} }) });
    expect(heard(await talk.says('vraag voorleggen'))).to.not.include('cliëntondersteuner');
  });

  it('answers a question in between and asks the open one again', async () => {
    const talk = aTalk({ as: parent });
    const text = heard(await talk.saysAll('vraag voorleggen', 'hoe lang is de wachtlijst'));
    expect(text).to.match(/U wacht\.[\s\S]*Is er nu gevaar\?/);
    expect(text).to.not.include('[Leg uw vraag voor]');
  });

  it('does not ask whether that answer helped: its "Ja" and "Nee" would stand above those of the open question', async () => {
    const isAsked = (replies: readonly Reply[]) =>
      replies.some((one) => one.kind === 'text' && one.answer !== undefined);
    const alone = aTalk({ as: parent });
    expect(isAsked(await alone.says('hoe lang is de wachtlijst'))).to.equal(true);
    const between = aTalk({ as: parent });
    await between.says('vraag voorleggen');
    expect(isAsked(await between.says('hoe lang is de wachtlijst'))).to.equal(false);
  });

  it('repeats the question when it understood nothing', async () => {
    const text = heard(await aTalk({ as: parent }).saysAll('vraag voorleggen', 'paarse krokodil'));
    expect(text).to.include(textOf('flow.kies')).and.include('Is er nu gevaar?');
  });

  it('says when a question can not be skipped', async () => {
    const text = heard(await aTalk({ as: parent }).saysAll('vraag voorleggen', 'overslaan'));
    expect(text).to.include(textOf('flow.niet-overslaan')).and.include('Is er nu gevaar?');
  });
});

describe('the end of a flow', () => {
  it('repeats the answers that led there, without the safety question and the own words', async () => {
    const talk = await writing();
    const text = heard(await talk.saysAll('Geheime woorden', 'Niet versturen'));
    expect(text)
      .to.include(textOf('flow.uw-antwoorden'))
      .and.include('Is het ingewikkeld? Ja.')
      .and.include('Zit het vast? Het zit vast.');
    expect(text).to.not.include('Is er nu gevaar?').and.not.include('Geheime woorden');
  });
});
