import { expect } from 'chai';
import { type CaseEntry, makeCases } from '../../cases/index.ts';
import { aFamilyCase, anEscalation } from '../support/a-family-case.ts';
import { officer1, worker1 } from '../support/case-world.ts';
import { asks, aWorld, cry, dayMs, done, noPause, open, today } from './stuck-family/a-world.ts';

describe('a family that is stuck', () => {
  it('is put before the officer in the same write, in the words of the parent, with an owner and a day', async () => {
    const { cases, stored } = await aWorld();
    const { found, card } = done(await cases.record(worker1, 'case-1', cry, 'c1'));
    expect(found.map(({ key, rule }) => [key.split('@')[0], rule])).to.deep.equal([['K6', 'K6']]);
    expect(card).to.deep.include({ openedOn: today, state: { kind: 'open' } });
    const familyCase = await stored();
    expect(familyCase.version).to.equal(2);
    const [escalation] = familyCase.escalations;
    expect(escalation).to.deep.include({ owner: 'officer-1', due: '2026-12-07', state: { kind: 'filed' } });
    expect(escalation?.filedBy).to.deep.equal({ kind: 'system', id: null, name: null });
    expect(escalation?.ownWords.text).to.equal('Het gaat echt niet goed.');
    expect(familyCase.notices.map(({ to }) => to)).to.deep.equal([{ kind: 'actor', id: 'officer-1' }]);
    expect(familyCase.audit.map(({ event }) => event)).to.deep.equal([
      'recorded:signals',
      'escalation-filed',
      'stuck-found',
    ]);
  });

  it('has one card that grows', async () => {
    const { cases, stored } = await aWorld();
    await cases.record(worker1, 'case-1', asks, 'c1');
    for (const command of ['c2', 'c3', 'c4']) await cases.record(worker1, 'case-1', cry, command);
    await cases.record(worker1, 'case-1', asks, 'c5');
    const familyCase = await stored();
    expect(open(familyCase)).to.have.length(1);
    expect(familyCase.stuck.findings.map(({ rule }) => rule)).to.deep.equal(['K6', 'K6', 'K6', 'K3']);
  });

  it('takes the escalation that a worker filed before as its card', async () => {
    const filed = aFamilyCase({ plans: 0, regisseurs: 0, escalations: [anEscalation()] });
    const { cases, stored } = await aWorld({ cases: [filed] });
    await cases.record(worker1, 'case-1', cry, 'c1');
    expect((await stored()).escalations.map(({ id }) => id)).to.deep.equal(['escalation-1']);
    expect((await stored()).stuck.escalationIds).to.deep.equal(['escalation-1']);
  });

  it('tells the workers of the family what the officer decides', async () => {
    const { cases, stored } = await aWorld();
    await cases.record(worker1, 'case-1', cry, 'c1');
    const [card] = (await stored()).cards;
    const input = { verdict: 'granted', reason: 'Team Een levert een regisseur.', effectiveOn: '2026-12-01' } as const;
    await cases.decide(officer1, card?.cardRef ?? '', input, 'd1');
    expect((await stored()).notices.at(-1)).to.deep.include({
      noticeKind: 'escalation-decided',
      to: { kind: 'actor', id: 'worker-1' },
    });
  });

  it('comes back to the desk after a decision: at a new finding, and when its day passed', async () => {
    const { cases, stored, pass } = await aWorld();
    await cases.record(worker1, 'case-1', cry, 'c1');
    const [card] = (await stored()).cards;
    const input = { verdict: 'granted', reason: 'Team Een levert een regisseur.', effectiveOn: '2026-12-01' } as const;
    await cases.decide(officer1, card?.cardRef ?? '', input, 'd1');
    expect(open(await stored())).to.have.length(0);
    await cases.lookAtAll(noPause);
    expect(open(await stored())).to.have.length(0);
    pass(9 * dayMs);
    await cases.lookAtAll(noPause);
    expect(open(await stored())).to.have.length(1);
    expect((await stored()).escalations).to.have.length(2);

    const again = await aWorld();
    await again.cases.record(worker1, 'case-1', cry, 'c1');
    const [first] = (await again.stored()).cards;
    await again.cases.decide(officer1, first?.cardRef ?? '', input, 'd1');
    await again.cases.record(worker1, 'case-1', cry, 'c2');
    expect(open(await again.stored())).to.have.length(1);
  });

  it('is tried again by the nightly run when nobody was on duty', async () => {
    const { cases, stored, roles } = await aWorld();
    for (const id of ['officer-1', 'officer-2']) roles.delete(id);
    const { card } = done(await cases.record(worker1, 'case-1', cry, 'c1'));
    expect(card?.state.kind).to.equal('open');
    expect(open(await stored())).to.have.length(0);
    roles.set('officer-2', { role: 'officer', name: 'Otto' });
    expect(await cases.lookAtAll(noPause)).to.deep.equal({ families: 1, changed: 1, held: 0, failed: [] });
    expect(open(await stored())[0]?.owner).to.equal('officer-2');
  });

  it('is kept off the desk while the municipality is not ready, and put on it by the first run after that', async () => {
    const { deps, stored, pass } = await aWorld();
    let ready = false;
    const cases = makeCases({ ...deps, isReady: () => ready });
    const { found, card } = done(await cases.record(worker1, 'case-1', cry, 'c1'));
    expect(found.map(({ rule }) => rule)).to.deep.equal(['K6']);
    expect(card?.state.kind).to.equal('open');
    pass(dayMs);
    const { version } = await stored();
    expect(await cases.lookAtAll(noPause)).to.deep.equal({ families: 1, changed: 0, held: 1, failed: [] });
    expect((await stored()).escalations).to.deep.equal([]);
    expect((await stored()).version).to.equal(version);
    ready = true;
    expect(await cases.lookAtAll(noPause)).to.deep.equal({ families: 1, changed: 1, held: 0, failed: [] });
    expect(open(await stored())).to.have.length(1);
    expect(open(await stored())[0]).to.deep.include({ owner: 'officer-1', due: '2026-12-08' });
  });

  it('has its card closed by a regisseur with an agreed plan, and opened again by a relapse', async () => {
    const { cases, stored } = await aWorld();
    await cases.record(worker1, 'case-1', cry, 'c1');
    const leads = {
      name: 'S',
      organisation: 'CJG',
      canLead: 'yes',
      mandate: 'yes',
      match: 'yes',
      deputy: null,
    } as const;
    const waits = done(await cases.record(worker1, 'case-1', { kind: 'regisseur', regisseur: leads, on: today }, 'c2'));
    expect(waits.card?.state).to.deep.equal({ kind: 'waits-for-plan', since: today });
    const plan = {
      planKind: 'gezinsplan',
      owner: 'S',
      reviewBy: null,
      members: [],
      domains: [],
      priorities: [],
      agreedBy: ['Ouder'],
    } as const;
    const closed = done(await cases.record(worker1, 'case-1', { kind: 'plan', plan, on: today }, 'c3'));
    expect(closed.card?.state.kind).to.equal('closed');
    const relapse: CaseEntry = { ...cry, codes: ['aftercare-relapse'] };
    const back = done(await cases.record(worker1, 'case-1', relapse, 'c4'));
    expect(back.card).to.deep.include({ state: { kind: 'open' }, reopened: [today] });
    expect(open(await stored())).to.have.length(1);
  });
});
