import { expect } from 'chai';
import type { Cases } from '../../cases/index.ts';
import { anEscalation } from '../support/a-family-case.ts';
import { textOf } from '../support/a-knowledge.ts';
import { aCardView, aDecision, aTalk, cardsIn, heard, officer } from '../support/scripted-cases.ts';

const cardRef = 'card-0000000000000001';
const decided = anEscalation({ state: { kind: 'decided', decision: aDecision } });
const good = { cardRef, verdict: 'refused', reason: 'Er is al een regisseur.', effectiveOn: '2027-01-04' };
const open: Cases['openCard'] = () => Promise.resolve(aCardView());

describe('the cards of an officer', () => {
  it('are shown on request without anything personal on them', async () => {
    const openEscalations: Cases['openEscalations'] = () => Promise.resolve([aCardView()]);
    for (const said of ['mijn kaarten', 'Wat ligt er?']) {
      const [card] = cardsIn(await aTalk({ as: officer, script: { openEscalations } }).says(said));
      expect(JSON.stringify(card)).to.include('L-7F3K2M').and.not.include('De Vries').and.not.include('Niemand belt');
    }
  });

  it('are counted when there are more than fit', async () => {
    const openEscalations: Cases['openEscalations'] = () =>
      Promise.resolve(Array.from({ length: 12 }, () => aCardView()));
    const replies = await aTalk({ as: officer, script: { openEscalations } }).says('mijn kaarten');
    expect(heard(replies)).to.include('12 open vragen');
    expect(cardsIn(replies)).to.have.length(10);
  });

  it('are said to be none when there are none', async () => {
    const openEscalations: Cases['openEscalations'] = () => Promise.resolve([]);
    expect(heard(await aTalk({ as: officer, script: { openEscalations } }).says('mijn kaarten'))).to.equal(
      textOf('aanspreekpunt.niets'),
    );
  });

  it('are refused in a sentence', async () => {
    const openEscalations: Cases['openEscalations'] = () => Promise.resolve({ kind: 'not-allowed' });
    expect(heard(await aTalk({ as: officer, script: { openEscalations } }).says('mijn kaarten'))).to.equal(
      textOf('weiger.not-allowed'),
    );
  });
});

describe('opening a card', () => {
  it('shows everything in its place and changes nothing', async () => {
    const talk = aTalk({ as: officer, script: { openCard: open } });
    const [card] = cardsIn(await talk.submits('open', { cardRef }));
    expect(card).to.include({ replaces: cardRef, summary: textOf('escalatie.samenvatting') });
    expect(JSON.stringify(card)).to.include('Niemand belt terug.').and.include('Gezin De Vries');
    expect(talk.calls.map(({ name }) => name)).to.deep.equal(['openCard']);
  });

  it('shows the final card when it was decided', async () => {
    const openCard: Cases['openCard'] = () => Promise.resolve(aCardView({ escalation: decided }));
    const [card] = cardsIn(await aTalk({ as: officer, script: { openCard } }).submits('open', { cardRef }));
    expect(JSON.stringify(card)).to.include(aDecision.reason).and.not.include('Action.');
  });

  const kinds = ['not-allowed', 'not-found', 'audit-unavailable', 'own-escalation', 'card-void'] as const;
  for (const kind of kinds) {
    it(`says in a sentence why not: ${kind}`, async () => {
      const talk = aTalk({ as: officer, script: { openCard: () => Promise.resolve({ kind }) } });
      expect(heard(await talk.submits('open', { cardRef }))).to.equal(textOf(`weiger.${kind}`));
    });
  }

  it('looks nothing up for data that is no reference', async () => {
    const talk = aTalk({ as: officer });
    for (const verb of ['open', 'take', 'decide']) {
      for (const data of [undefined, null, 'x', {}, { cardRef: ['x'] }, { cardRef: '../x' }]) {
        expect(heard(await talk.submits(verb, data)), verb).to.equal(textOf('weiger.not-found'));
      }
    }
  });

  it('says that it does not know a button it does not know', async () => {
    expect(heard(await aTalk({ as: officer }).submits('toString', { cardRef }))).to.equal(
      textOf('weiger.onbekende-knop'),
    );
  });
});

describe('taking a card', () => {
  it('shows who has it', async () => {
    const state = { kind: 'taken', by: { id: 'o-1', name: 'Olga Officier' }, at: '2026-11-22T10:00:00.000Z' } as const;
    const take: Cases['take'] = () => Promise.resolve(aCardView({ escalation: anEscalation({ state }) }));
    const talk = aTalk({ as: officer, script: { take } });
    const [card] = cardsIn(await talk.submits('take', { cardRef }));
    expect(JSON.stringify(card)).to.include('Olga Officier').and.not.include(textOf('escalatie.oppakken'));
    expect(talk.calls[0]?.args).to.deep.equal([officer, cardRef, 'turn-1']);
  });
});

describe('deciding', () => {
  it('passes the decision on and shows the final card', async () => {
    const decide: Cases['decide'] = () => Promise.resolve(aCardView({ escalation: decided }));
    const talk = aTalk({ as: officer, script: { decide } });
    const [card] = cardsIn(await talk.submits('decide', { ...good, approvedBy: 'x', caseId: 'c-9' }));
    const { verdict, reason, effectiveOn } = good;
    expect(talk.calls[0]?.args).to.deep.equal([officer, cardRef, { verdict, reason, effectiveOn }, 'turn-1']);
    expect(card).to.include({ replaces: cardRef });
    expect(JSON.stringify(card)).to.include('Olga Officier');
  });

  it('tells who decided before, with the final card in place of this one', async () => {
    const decide: Cases['decide'] = () =>
      Promise.resolve({ kind: 'already-decided', decision: aDecision, escalation: decided });
    const replies = await aTalk({ as: officer, script: { decide } }).submits('decide', good);
    expect(replies).to.have.length(1);
    const [card] = cardsIn(replies);
    expect(card).to.include({ replaces: cardRef });
    expect(JSON.stringify(card)).to.include('Al besloten door Olga Officier op maandag 23 november 2026.');
  });

  it('tells when the question was withdrawn', async () => {
    const at = '2026-11-22T10:00:00.000Z';
    const escalation = anEscalation({ state: { kind: 'withdrawn', by: 'w-1', reason: '', at } });
    const decide: Cases['decide'] = () => Promise.resolve({ kind: 'already-withdrawn', at, escalation });
    const replies = await aTalk({ as: officer, script: { decide } }).submits('decide', good);
    const card = JSON.stringify(cardsIn(replies)[0]);
    expect(card).to.include('zondag 22 november 2026 ingetrokken').and.to.include(textOf('besloten.ingetrokken'));
  });

  const wrong: readonly (readonly [string, object])[] = [
    ['verdict', { verdict: 'misschien' }],
    ['reason', { reason: '  ' }],
    ['effectiveOn', { effectiveOn: '2027-02-30' }],
  ];
  for (const [field, part] of wrong) {
    it(`comes back with an error at ${field}, everything typed kept and nothing decided`, async () => {
      const talk = aTalk({ as: officer, script: { openCard: open } });
      const [card] = cardsIn(await talk.submits('decide', { ...good, ...part }));
      const body = JSON.stringify(card);
      expect(body.split(textOf(`fout.${field}`)).length).to.equal(3);
      for (const [other, value] of Object.entries(good)) {
        if (other !== field && other !== 'cardRef') expect(body).to.include(`"value":"${value}"`);
      }
      expect(talk.calls.map(({ name }) => name)).to.deep.equal(['openCard']);
    });
  }

  it('shows what the rules refuse at the same field', async () => {
    const decide: Cases['decide'] = () =>
      Promise.resolve({ kind: 'invalid', fields: [{ field: 'effectiveOn', problem: 'past' }] });
    const [card] = cardsIn(await aTalk({ as: officer, script: { decide, openCard: open } }).submits('decide', good));
    expect(JSON.stringify(card).split(textOf('fout.effectiveOn')).length).to.equal(3);
  });
});
