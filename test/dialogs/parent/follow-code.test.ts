import { expect } from 'chai';
import type { Cases } from '../../../cases/index.ts';
import { anEscalation } from '../../support/a-family-case.ts';
import { aKnowledge } from '../../support/a-knowledge.ts';
import { aDecision, aTalk, heard, parent } from '../../support/scripted-cases.ts';
import { filedBy, writing } from './a-writing-parent.ts';

describe('following with a code', () => {
  const followed =
    (state: Parameters<typeof anEscalation>[0]): Cases['follow'] =>
    () =>
      Promise.resolve({ kind: 'followed', escalation: anEscalation({ filedBy, ...state }), stopped: [] });

  it('tells the number, the state, the promised date and the own words as they were typed', async () => {
    const ownWords = { text: 'Niemand {{luistert}}.', sha256: 'h', writtenAt: '2026-11-22T09:00:00.000Z' };
    const talk = aTalk({ as: parent, script: { follow: followed({ ownWords }) } });
    const text = heard(await talk.says('mijn code is k7qp 3m2x'));
    expect(talk.calls[0]).to.deep.equal({ name: 'follow', args: [parent, 'K7QP-3M2X'] });
    expect(text).to.include('L-7F3K2M').and.include('vrijdag 4 december 2026').and.include('Niemand {{luistert}}.');
  });

  it('tells the decision, the reason, the date and what to do when you disagree', async () => {
    const decision = { ...aDecision, reason: 'Omdat {{x}}.' };
    const talk = aTalk({ as: parent, script: { follow: followed({ state: { kind: 'decided', decision } }) } });
    const text = heard(await talk.says('K7QP-3M2X'));
    expect(text)
      .to.include('Olga Officier heeft op maandag 23 november 2026 besloten: nee')
      .and.include('Omdat {{x}}.');
    expect(text).to.include('maandag 4 januari 2027').and.include('niet mee eens').and.include('tel:0123987654');
  });

  it('says the same for every code it does not know', async () => {
    const talk = aTalk({ as: parent, script: { follow: () => Promise.resolve({ kind: 'not-found' }) } });
    const texts = [heard(await talk.says('K7QP-3M2X')), heard(await talk.says('ABCD-2345'))];
    expect(new Set(texts).size).to.equal(1);
    expect(texts[0]).to.match(/ken ik niet/);
  });

  it('is done for a code that looks like danger, when there is such a code; else the numbers come', async () => {
    const matches = { 'K7QP-3M2X': { crisis: true, level: 'crisis' as const, ranked: [] } };
    const knowledge = aKnowledge({ matches });
    const known = aTalk({ as: parent, knowledge, script: { follow: followed({}) } });
    expect(heard(await known.says('K7QP-3M2X')))
      .to.include('L-7F3K2M')
      .and.not.include('112');
    const unknown = aTalk({ as: parent, knowledge, script: { follow: () => Promise.resolve({ kind: 'not-found' }) } });
    expect((await unknown.says('K7QP-3M2X'))[0]).to.include({ tone: 'urgent' });
  });

  it('does not call a code wrong that can not be looked up now', async () => {
    const talk = aTalk({ as: parent, script: { follow: () => Promise.resolve({ kind: 'audit-unavailable' }) } });
    expect(heard(await talk.says('K7QP-3M2X'))).to.not.match(/ken ik niet/);
  });

  it('looks nothing up when there were too many tries', async () => {
    const talk = aTalk({ as: parent, mayTryFollowCode: () => false });
    expect(heard(await talk.says('K7QP-3M2X'))).to.match(/te vaak/);
    expect(talk.calls).to.deep.equal([]);
  });

  it('gives the try back for a code that exists, and for no other', async () => {
    for (const [follow, expected] of [
      [followed({}), 1],
      [() => Promise.resolve({ kind: 'not-found' } as const), 0],
      [() => Promise.resolve({ kind: 'audit-unavailable' } as const), 0],
    ] as const) {
      let given = 0;
      const talk = aTalk({ as: parent, script: { follow }, followCodeWorked: () => (given += 1) });
      await talk.says('K7QP-3M2X');
      expect(given).to.equal(expected);
    }
  });

  it('works in the middle of a flow, which then goes on', async () => {
    const talk = aTalk({ as: parent, script: { follow: followed({}) } });
    const text = heard(await talk.saysAll('vraag voorleggen', 'eerst nog: hoe staat het met K7QP-3M2X'));
    expect(text).to.include('L-7F3K2M').and.include('Is er nu gevaar?');
  });

  it('is not done for a code inside own words', async () => {
    const talk = await writing();
    expect(heard(await talk.says('Mijn vraag K7QP-3M2X hielp niet'))).to.include('Mag ik dit versturen?');
    expect(talk.calls).to.deep.equal([]);
  });

  it('explains how when there is no code yet', async () => {
    expect(heard(await aTalk({ as: parent }).says('Hoe staat het met mijn vraag?'))).to.include('Typ uw volgcode');
  });

  it('takes the question back only after a yes', async () => {
    const withdraw: Cases['withdraw'] = () =>
      Promise.resolve({ kind: 'followed', escalation: anEscalation({ filedBy }), stopped: [] });
    const talk = aTalk({ as: parent, script: { follow: followed({}), withdraw } });
    expect(heard(await talk.saysAll('K7QP-3M2X', 'Mijn vraag intrekken'))).to.match(/echt intrekken/);
    expect(talk.calls.map(({ name }) => name)).to.deep.equal(['follow']);
    expect(heard(await talk.says('Ja, intrekken'))).to.match(/L-7F3K2M is ingetrokken/);
    expect(talk.calls[1]?.name).to.equal('withdraw');
    expect(talk.calls[1]?.args[1]).to.deep.equal({ followCode: 'K7QP-3M2X' });
  });

  it('shows how it stands when there is nothing to take back any more', async () => {
    const state = { kind: 'decided', decision: aDecision } as const;
    const withdraw: Cases['withdraw'] = () =>
      Promise.resolve({ kind: 'already-decided', decision: aDecision, escalation: anEscalation({ filedBy, state }) });
    const talk = aTalk({ as: parent, script: { follow: followed({ state }), withdraw } });
    expect(heard(await talk.says('ja, intrekken K7QP-3M2X'))).to.match(/besloten: nee/);
    expect(talk.calls.map(({ name }) => name)).to.deep.equal(['follow']);
  });
});
