import { expect } from 'chai';
import type { Cases } from '../../cases/index.ts';
import { anEscalation } from '../support/a-family-case.ts';
import { textOf } from '../support/a-knowledge.ts';
import { aCardView, aDecision, aDesk, aTalk, cardsIn, heard, officer } from '../support/scripted-cases.ts';

const cardRef = 'card-0000000000000001';
const decided = anEscalation({ state: { kind: 'decided', decision: aDecision } });
const good = { cardRef, verdict: 'refused', reason: 'Er is al een regisseur.', effectiveOn: '2027-01-04' };
const open: Cases['openCard'] = () => Promise.resolve(aCardView());

describe('what runs at an officer', () => {
  const withRows =
    (count: number): Cases['running'] =>
    () =>
      Promise.resolve(
        Array.from({ length: count }, (_, at) =>
          aCardView({
            cardRef: `card-${String(at).padStart(16, '0')}`,
            escalation: anEscalation({ number: `L-NR${at}` }),
          }),
        ),
      );

  it('is shown on request as one card without anything personal on it', async () => {
    for (const said of ['mijn kaarten', 'Wat ligt er?', 'mijn escalaties']) {
      const cards = cardsIn(await aTalk({ as: officer, script: { running: withRows(3) } }).says(said));
      expect(cards, said).to.have.length(1);
      const text = JSON.stringify(cards);
      expect(text).to.include('L-NR0').and.include('L-NR2').and.include('3 lopend, waarvan 0 te laat');
      expect(text).to.not.match(/De Vries|Niemand belt|Werker/);
    }
  });

  it('stands with what is late on top, marked', async () => {
    const running: Cases['running'] = () =>
      Promise.resolve([
        aCardView({ escalation: anEscalation({ number: 'L-LATER' }) }),
        aCardView({ escalation: anEscalation({ number: 'L-LATE', due: '2026-11-20' }) }),
      ]);
    const [card] = cardsIn(await aTalk({ as: officer, script: { running } }).says('mijn escalaties'));
    const text = JSON.stringify(card);
    expect(text.indexOf('L-LATE"')).to.be.lessThan(text.indexOf('L-LATER'));
    expect(text).to.include('2 lopend, waarvan 1 te laat').and.include('(voorbij)');
  });

  it('is cut with the number of those that are left out', async () => {
    const replies = await aTalk({ as: officer, script: { running: withRows(40) } }).says('mijn kaarten');
    const text = JSON.stringify(cardsIn(replies));
    expect(text).to.include('40 lopend').and.include('Er zijn er nog 15.');
    expect(text.length).to.be.lessThan(28_000);
  });

  it('takes the place of the card on which it was asked for', async () => {
    const [card] = cardsIn(await aTalk({ as: officer, script: { running: withRows(1) } }).submits('desk', { cardRef }));
    expect(card).to.include({ replaces: cardRef });
  });

  it('is said to be nothing when there is nothing', async () => {
    const cards = cardsIn(await aTalk({ as: officer, script: { running: withRows(0) } }).says('mijn kaarten'));
    expect(JSON.stringify(cards)).to.include(textOf('aanspreekpunt.niets'));
  });

  it('is refused in a sentence', async () => {
    const running: Cases['running'] = () => Promise.resolve({ kind: 'not-allowed' });
    expect(heard(await aTalk({ as: officer, script: { running } }).says('mijn kaarten'))).to.equal(
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

  it('shows what was decided and what there is to do until it is closed', async () => {
    const openCard: Cases['openCard'] = () => Promise.resolve(aCardView({ escalation: decided }));
    const [card] = cardsIn(await aTalk({ as: officer, script: { openCard } }).submits('open', { cardRef }));
    expect(JSON.stringify(card)).to.include(aDecision.reason).and.include('form-close').and.include('form-order"');
    expect(JSON.stringify(card)).to.not.include('form-decide');
  });

  it('offers a chat with the colleague who filed, and with nobody else', async () => {
    const desk = aDesk({ chatWith: (id) => Promise.resolve(`https://teams.microsoft.com/l/chat/0/0?users=${id}`) });
    const link = '"url":"https://teams.microsoft.com/l/chat/0/0?users=worker-1"';
    const talk = aTalk({ as: officer, desk, script: { openCard: open } });
    expect(JSON.stringify(cardsIn(await talk.submits('open', { cardRef })))).to.include(link);
    for (const filedBy of [
      { kind: 'parent', id: null, name: null },
      { kind: 'system', id: null, name: null },
    ] as const) {
      const openCard: Cases['openCard'] = () => Promise.resolve(aCardView({ escalation: anEscalation({ filedBy }) }));
      const other = aTalk({ as: officer, desk, script: { openCard } });
      expect(JSON.stringify(cardsIn(await other.submits('open', { cardRef })))).to.not.include('OpenUrl');
    }
  });

  it('shows a withdrawn question without a button', async () => {
    const state = { kind: 'withdrawn', by: 'w-1', reason: '', at: '2026-11-22T10:00:00.000Z' } as const;
    const openCard: Cases['openCard'] = () => Promise.resolve(aCardView({ escalation: anEscalation({ state }) }));
    const [card] = cardsIn(await aTalk({ as: officer, script: { openCard } }).submits('open', { cardRef }));
    expect(JSON.stringify(card)).to.not.include('Action.');
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
    for (const verb of ['open', 'take', 'decide', 'form-order', 'do-order', 'timeline']) {
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
    const grounds = { blocker: null, rule: null, alternative: null, maatwerk: false };
    expect(talk.calls[0]?.args).to.deep.equal([
      officer,
      cardRef,
      { verdict, reason, effectiveOn, ...grounds },
      'turn-1',
    ]);
    expect(card).to.include({ replaces: cardRef });
    expect(JSON.stringify(card)).to.include('Olga Officier');
  });

  it('tells who decided before in place of the card, and gives the reason back with nothing to send it', async () => {
    const decide: Cases['decide'] = () =>
      Promise.resolve({ kind: 'already-decided', decision: aDecision, escalation: decided });
    const openCard: Cases['openCard'] = () => Promise.resolve(aCardView({ escalation: decided }));
    const reason = 'Ik zag het net zo, om een andere reden.';
    const talk = aTalk({ as: officer, script: { decide, openCard } });
    const replies = await talk.submits('decide', { ...good, reason });
    expect(replies).to.have.length(1);
    const [card] = cardsIn(replies);
    expect(card).to.include({ replaces: cardRef });
    expect(JSON.stringify(card))
      .to.include('Al besloten door Olga Officier op maandag 23 november 2026.')
      .and.include(`"value":"${reason}"`)
      .and.not.include('do-decide');
  });

  it('tells when the question was withdrawn', async () => {
    const at = '2026-11-22T10:00:00.000Z';
    const escalation = anEscalation({ state: { kind: 'withdrawn', by: 'w-1', reason: '', at } });
    const decide: Cases['decide'] = () => Promise.resolve({ kind: 'already-withdrawn', at, escalation });
    const openCard: Cases['openCard'] = () => Promise.resolve(aCardView({ escalation }));
    const replies = await aTalk({ as: officer, script: { decide, openCard } }).submits('decide', good);
    const card = JSON.stringify(cardsIn(replies)[0]);
    expect(card).to.include('zondag 22 november 2026 ingetrokken').and.to.include(`"value":"${good.reason}"`);
    expect(card).to.not.include(escalation.ownWords.text);
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

  it('shows all faults at once, also those that only the rules know', async () => {
    const talk = aTalk({ as: officer, script: { openCard: open } });
    const [card] = cardsIn(await talk.submits('decide', { cardRef, reason: 'kort', effectiveOn: '2026-11-21' }));
    const body = JSON.stringify(card);
    for (const field of ['verdict', 'reason', 'effectiveOn'])
      expect(body.split(textOf(`fout.${field}`)).length, field).to.equal(3);
    expect(talk.calls.map(({ name }) => name)).to.deep.equal(['openCard']);
  });

  it('shows what the rules refuse at the same field', async () => {
    const decide: Cases['decide'] = () =>
      Promise.resolve({ kind: 'invalid', fields: [{ field: 'effectiveOn', problem: 'past' }] });
    const [card] = cardsIn(await aTalk({ as: officer, script: { decide, openCard: open } }).submits('decide', good));
    expect(JSON.stringify(card).split(textOf('fout.effectiveOn')).length).to.equal(3);
  });
});
