/** Families that nobody played before: in order, with measures and a run of workers, and one that loses its regisseur. */
import { expect } from 'chai';
import { listOf, on, outcomeOf, played } from '../support/a-replay.ts';

describe('other cases, played', () => {
  it('gives no card to a family that asks and has a regisseur and an agreed plan within 14 days', () => {
    for (const reading of ['earliest', 'representative', 'latest'] as const) {
      const { firstOnDesk, byRule, cards, reopened, warnings } = outcomeOf(listOf('in-order.json'), { reading });
      expect({ firstOnDesk, byRule, cards, reopened, warnings }).to.deep.equal({
        firstOnDesk: null,
        byRule: {},
        cards: 0,
        reopened: [],
        warnings: [],
      });
    }
  });

  it('takes an answer on the last day of the term as in time, and one on the day after as too late', () => {
    const asks = on('2026-03-02', 'request-for-help');
    expect(outcomeOf([asks, on('2026-03-16', 'request-granted')]).byRule).to.deep.equal({});
    expect(outcomeOf([asks, on('2026-03-17', 'request-granted')]).byRule).to.deep.equal({ K2: '2026-03-16' });
  });

  it('finds four workers in eight months under supervision, and a cry for help that nobody filed', () => {
    const { byRule, firstOnDesk, warnings, reopened } = outcomeOf(listOf('measures.csv'));
    expect(byRule).to.deep.equal({
      K2: '2020-03-23',
      K3: '2020-05-11',
      K4: '2020-03-16',
      K4b: '2020-06-02',
      K5: '2020-07-06',
      K5b: '2020-07-06',
      K6: '2020-09-14',
    });
    expect(firstOnDesk).to.include({ date: '2020-03-23', rule: 'K2' });
    expect(warnings.map(({ rule }) => rule)).to.deep.equal(['K4', 'K4b', 'K4b']);
    expect(reopened).to.deep.equal([]);
  });

  it('re-opens the closed card of a family that loses its regisseur, and again at a relapse', () => {
    const { reopened, byRule, firstOnDesk } = outcomeOf(listOf('loses-its-regisseur.json'));
    expect(firstOnDesk).to.include({ date: '2024-02-19', rule: 'K7' });
    expect(reopened).to.deep.equal(['2024-09-02', '2025-04-07']);
    expect(byRule['K8']).to.equal('2024-09-02');
    const { cardOn } = played(listOf('loses-its-regisseur.json'));
    expect(cardOn('2024-05-01')?.state).to.deep.equal({
      kind: 'closed',
      on: '2024-04-15',
      because: 'regisseur-and-plan',
    });
    expect(cardOn('2024-12-01')?.state.kind).to.equal('closed');
  });

  it('does not see a new request after a delivered one as a repeated one', () => {
    const { byRule } = outcomeOf([
      on('2026-01-05', 'request-for-help'),
      on('2026-01-12', 'request-granted'),
      on('2026-02-02', 'request-for-help'),
      on('2026-02-09', 'request-refused'),
      on('2026-03-02', 'request-for-regisseur'),
      on('2026-03-03', 'request-not-granted'),
      on('2026-04-06', 'request-for-help'),
    ]);
    expect(byRule).to.deep.equal({ K3: '2026-04-06' });
  });

  it('does not take a referral, a waiting list or a promise for an answer', () => {
    const { byRule } = outcomeOf([
      on('2026-01-05', 'request-for-help'),
      on('2026-01-06', 'referral'),
      on('2026-01-07', 'decision-deferred', 'commitment-without-date'),
      on('2026-01-08', 'waiting-list'),
      on('2026-02-01', 'expectations-differ'),
    ]);
    expect(byRule).to.deep.equal({ K2: '2026-01-19', K5: '2026-01-08', K5b: '2026-01-08' });
  });

  it('opens the gate again once a plan overtook that there was none', () => {
    const known = [on('2026-01-05', 'many-agencies', 'overload-parent', 'no-plan'), on('2026-01-06', 'plan-made')];
    const asks = on('2026-01-07', 'request-for-regisseur');
    expect(outcomeOf([...known, asks], { only: ['K1'] }).byRule).to.deep.equal({});
    expect(outcomeOf([...known, asks, on('2026-01-09', 'no-plan')], { only: ['K1'] }).byRule).to.deep.equal({
      K1: '2026-01-09',
    });
  });

  it('fires the rules that need an open request only while one is open', () => {
    const codes = ['regie-left-with-failing-party', 'change-of-worker', 'waiting-list'] as const;
    expect(outcomeOf([on('2026-01-05', ...codes)]).byRule).to.deep.equal({});
    const { byRule } = outcomeOf([on('2026-01-05', 'request-for-help'), on('2026-01-06', ...codes)]);
    expect(Object.keys(byRule)).to.deep.equal(['K2b', 'K4', 'K5', 'K5b']);
  });

  it('asks for a rule and the missing alternative in one event', () => {
    const apart = [on('2026-01-05', 'rejected-on-rule'), on('2026-01-05', 'no-alternative-offered')];
    expect(outcomeOf(apart).byRule).to.deep.equal({});
    expect(outcomeOf([on('2026-01-05', 'rejected-on-rule', 'no-alternative-offered')]).byRule).to.have.keys(['K7']);
  });

  it('closes with the plan first and the regisseur after it as well', () => {
    const { card } = played([
      on('2026-01-05', 'cry-for-help'),
      on('2026-01-06', 'plan-agreed'),
      on('2026-01-07', 'regisseur-assigned'),
    ]);
    expect(card?.state).to.deep.equal({ kind: 'closed', on: '2026-01-07', because: 'regisseur-and-plan' });
  });

  it('does not close on a plan that was overtaken, or is older than a plan may be', () => {
    const cry = on('2026-01-05', 'cry-for-help');
    const assigned = on('2026-02-02', 'regisseur-assigned');
    const overtaken = [on('2026-01-06', 'plan-agreed'), on('2026-01-07', 'no-plan')];
    expect(played([cry, ...overtaken, assigned]).card?.state.kind).to.equal('waits-for-plan');
    expect(played([on('2024-12-01', 'plan-agreed'), cry, assigned]).card?.state.kind).to.equal('waits-for-plan');
  });

  it('flags the same party twice by the words of the list or by its own field, and never who speaks', () => {
    const base = { actor: 'CJG', directedTo: 'ouder' };
    const twice = (...events: readonly Partial<ReturnType<typeof on>>[]) =>
      outcomeOf(
        events.map((event, index) => ({ ...on(`2026-01-0${index + 1}`, 'referral'), ...base, ...event })),
      ).warnings.map(({ date, because }) => `${date} ${because}`);
    const mee = { ...on('2026-01-09', 'expectations-differ'), actor: 'MEE' };
    expect(twice({ event: 'Het CJG stelt MEE voor.' }, mee, { event: 'Het CJG noemt MEE weer.' })).to.deep.equal([
      '2026-01-03 MEE 2026-01-01',
    ]);
    expect(twice({ event: 'MEE.' }, mee, { event: 'Het CJG overlegt over meer hulp.' })).to.deep.equal([]);
    expect(twice({ to: ['Y-zorg'] }, { to: ['y-zorg', 'Z'] })).to.deep.equal(['2026-01-02 y-zorg 2026-01-01']);
  });

  it('is silent about a list in which no event has a day', () => {
    const { firstOnDesk, cards, byRule } = outcomeOf([{ ...on('', 'cry-for-help'), date: null }]);
    expect({ firstOnDesk, cards, byRule }).to.deep.equal({ firstOnDesk: null, cards: 0, byRule: {} });
  });
});
