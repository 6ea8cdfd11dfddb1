import { expect } from 'chai';
import { type CaseEntry, type FamilyCase, makeCases, type Recorded, type Refusal } from '../../cases/index.ts';
import { isOpen } from '../../cases/rules/hand-over.ts';
import { aFamilyCase, anEscalation, aParty } from '../support/a-family-case.ts';
import { aFact } from '../support/a-history.ts';
import { aCaseWorld, officer1, someSettings, worker1, worker2 } from '../support/case-world.ts';

const today = '2026-11-23';
const dayMs = 86_400_000;
const noPause = () => Promise.resolve();
const reason = 'De ouder heeft gezegd dat het is opgelost.';

const cry: CaseEntry = {
  kind: 'signals',
  codes: ['cry-for-help'],
  from: 'ouder',
  words: 'Het gaat echt niet goed.',
  note: null,
  on: today,
};
const asks: CaseEntry = {
  kind: 'request',
  requestKind: 'help',
  words: 'Wie helpt ons?',
  from: 'ouder',
  askedOf: 'CJG',
  signals: [],
  on: today,
};

const done = (outcome: Recorded | Refusal): Recorded => {
  if (outcome.kind !== 'recorded') throw new Error(`Expected it to be recorded, got ${outcome.kind}.`);
  return outcome;
};
const open = ({ escalations }: FamilyCase) => escalations.filter(isOpen);

const proposing = {
  stuck: { ...someSettings.stuck, modes: { ...someSettings.stuck.modes, K6: 'propose', K8: 'propose' } },
} as const;

const aWorld = (wishes: Parameters<typeof aCaseWorld>[0] = {}) =>
  aCaseWorld({ cases: [aFamilyCase({ plans: 0, regisseurs: 0 })], ...wishes });

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

describe('the clock of a request', () => {
  it('runs out at night, on the day after the term, once', async () => {
    const { cases, stored, pass } = await aWorld();
    await cases.record(worker1, 'case-1', asks, 'c1');
    pass(14 * dayMs);
    expect((await cases.lookAtAll(noPause)).changed).to.equal(0);
    pass(dayMs);
    expect((await cases.lookAtAll(noPause)).changed).to.equal(1);
    expect((await stored()).stuck.findings.map(({ rule, on }) => [rule, on])).to.deep.equal([['K2', '2026-12-07']]);
    expect((await cases.lookAtAll(noPause)).changed).to.equal(0);
    expect((await stored()).escalations).to.have.length(1);
  });

  it('keeps what it found when an answer is entered later with an earlier date', async () => {
    const { cases, stored, pass } = await aWorld();
    await cases.record(worker1, 'case-1', asks, 'c1');
    pass(15 * dayMs);
    await cases.lookAtAll(noPause);
    const late = { kind: 'answer', requestId: null, outcome: 'not-granted', reason: 'Er was al een gesprek.' } as const;
    const { card } = done(await cases.record(worker1, 'case-1', { ...late, on: '2026-11-25' }, 'c2'));
    expect(card?.state.kind).to.equal('open');
    expect((await stored()).stuck.findings).to.have.length(1);
  });
});

describe('a proposal', () => {
  it('waits for a worker, and goes to the desk by itself when its day comes', async () => {
    const { cases, stored, pass } = await aWorld({ settings: proposing });
    const { found, card } = done(await cases.record(worker1, 'case-1', cry, 'c1'));
    expect(found[0]).to.include({ mode: 'propose', on: today, deskOn: '2026-11-26' });
    expect(card).to.equal(null);
    expect(await cases.ownWork(worker1)).to.have.nested.property('[0].items[0].kind', 'proposal');
    pass(2 * dayMs);
    await cases.lookAtAll(noPause);
    expect((await stored()).escalations).to.have.length(0);
    pass(dayMs);
    await cases.lookAtAll(noPause);
    expect((await stored()).escalations).to.have.length(1);
  });

  it('goes to the desk at once when a worker says so, and only once', async () => {
    const { cases, stored } = await aWorld({ settings: proposing });
    const { found } = done(await cases.record(worker1, 'case-1', cry, 'c1'));
    const key = found[0]?.key ?? '';
    expect(done(await cases.pushFinding(worker1, 'case-1', key, 'p1')).card?.openedOn).to.equal(today);
    expect(done(await cases.pushFinding(worker1, 'case-1', key, 'p1')).kind).to.equal('recorded');
    expect(await cases.pushFinding(worker1, 'case-1', key, 'p2')).to.deep.equal({ kind: 'finding-not-open' });
    expect((await stored()).escalations).to.have.length(1);
  });

  it('stops only with a reason that the parent can read, and never goes to the desk then', async () => {
    const { cases, stored, pass } = await aWorld({ settings: proposing });
    const { found } = done(await cases.record(worker1, 'case-1', cry, 'c1'));
    const key = found[0]?.key ?? '';
    expect(await cases.stopFinding(worker1, 'case-1', { key, reason: ' nee ' }, 's1')).to.deep.equal({
      kind: 'invalid',
      fields: [{ field: 'reason', problem: 'too-short' }],
    });
    expect(await cases.stopFinding(worker2, 'case-1', { key, reason }, 's1')).to.deep.equal({ kind: 'not-allowed' });
    expect(await cases.stopFinding(worker1, 'case-1', { key: 'K6@none', reason }, 's1')).to.deep.equal({
      kind: 'not-found',
    });
    done(await cases.stopFinding(worker1, 'case-1', { key, reason }, 's1'));
    expect((await stored()).stuck.stops[0]).to.deep.include({ key, reason, on: today });
    expect(await cases.stopFinding(worker1, 'case-1', { key, reason }, 's2')).to.deep.equal({
      kind: 'finding-not-open',
    });
    pass(30 * dayMs);
    await cases.lookAtAll(noPause);
    expect((await stored()).escalations).to.have.length(0);
  });
});

describe('stopping what lies on the desk', () => {
  it('takes the card back when it was the last finding, and the officer hears why', async () => {
    const { cases, stored } = await aWorld();
    const first = done(await cases.record(worker1, 'case-1', cry, 'c1'));
    const second = done(await cases.record(worker1, 'case-1', cry, 'c2'));
    await cases.stopFinding(worker1, 'case-1', { key: first.found[0]?.key ?? '', reason }, 's1');
    expect(open(await stored())).to.have.length(1);
    const outcome = await cases.stopFinding(worker1, 'case-1', { key: second.found[0]?.key ?? '', reason }, 's2');
    expect(done(outcome).card?.state).to.deep.equal({ kind: 'closed', on: today, because: 'stopped' });
    const familyCase = await stored();
    expect(familyCase.version).to.equal(5);
    expect(familyCase.escalations[0]?.state).to.deep.include({ kind: 'withdrawn', reason });
    expect(familyCase.notices.at(-1)).to.deep.include({ noticeKind: 'escalation-withdrawn' });
  });
});

describe('the gate before a first contact ends', () => {
  it('keeps what was seen and what was looked at, and makes known that there is no plan', async () => {
    const parties = ['School', 'GGZ', 'CJG'].map((organisation) => aParty({ id: organisation, organisation }));
    const { cases, stored, auditLines } = await aWorld({
      cases: [aFamilyCase({ plans: 0, regisseurs: 0, parties })],
    });
    const outcome = await cases.endFirstContact(worker1, 'case-1', today, 'g1');
    if (outcome.kind !== 'gate-checked') throw new Error(outcome.kind);
    expect(outcome.gateCheck).to.deep.include({ by: 'Wil Werker', contactOn: today, lookedAt: ['register'] });
    expect(outcome.complete.deviations.map(({ code }) => code)).to.include.members(['plan-none', 'regisseur-none']);
    expect((await stored()).facts[0]?.signals).to.deep.equal(['no-plan', 'many-agencies']);
    expect((await stored()).gateChecks).to.have.length(1);
    expect(auditLines().map(({ event }) => event)).to.deep.equal(['gate-checked']);
    await cases.endFirstContact(worker1, 'case-1', today, 'g1');
    expect((await stored()).gateChecks).to.have.length(1);

    const overload: CaseEntry = { ...asks, requestKind: 'regisseur', signals: ['overload-parent'] };
    const { found } = done(await cases.record(worker1, 'case-1', overload, 'c1'));
    expect(found.map(({ rule }) => rule)).to.deep.equal(['K1']);
  });

  it('does not say that there is no plan when a source did not answer', async () => {
    const source = { name: 'zaaksysteem', look: () => Promise.reject(new Error('down')) };
    const { cases, stored } = await aWorld({
      sources: [source],
      cases: [aFamilyCase({ plans: 0, sources: ['zaaksysteem'] })],
    });
    const outcome = await cases.endFirstContact(worker1, 'case-1', today, 'g1');
    expect(outcome).to.have.nested.property('gateCheck.finding.kind', 'unknown');
    expect((await stored()).facts[0]?.signals).to.deep.equal([]);
  });

  it('is refused for a day that is still to come, and for who has no task', async () => {
    const { cases, stored } = await aWorld();
    expect(await cases.endFirstContact(worker1, 'case-1', '2026-11-24', 'g1')).to.deep.equal({
      kind: 'invalid',
      fields: [{ field: 'contactOn', problem: 'in-the-future' }],
    });
    expect(await cases.endFirstContact(worker2, 'case-1', today, 'g1')).to.deep.equal({ kind: 'not-allowed' });
    expect((await stored()).version).to.equal(1);
  });
});

describe('the nightly run', () => {
  const due = (id: string) =>
    aFamilyCase({
      id,
      facts: [aFact({ id: `${id}-f1`, date: '2026-10-01', signals: ['request-for-help'] })],
    });

  it('writes only families in which something changed, and pauses for the turns of people', async () => {
    const quiet = Array.from({ length: 120 }, (_, number) => aFamilyCase({ id: `quiet-${number}` }));
    const { cases, stored } = await aWorld({ cases: [...quiet, due('late')] });
    let pauses = 0;
    const run = await cases.lookAtAll(() => {
      pauses += 1;
      return Promise.resolve();
    });
    expect(run).to.deep.equal({ families: 121, changed: 1, held: 0, failed: [] });
    expect(pauses).to.equal(12);
    expect((await stored('quiet-7')).version).to.equal(1);
    expect(open(await stored('late'))).to.have.length(1);
  });

  it('goes on when one family can not be written, and names it', async () => {
    const { deps, register } = await aWorld({ cases: [due('a'), due('b'), due('c')] });
    const cases = makeCases({
      ...deps,
      register: {
        ...register,
        commit: (next) => (next.id === 'b' ? Promise.reject(new Error('disk full')) : register.commit(next)),
      },
    });
    expect(await cases.lookAtAll(noPause)).to.deep.equal({ families: 3, changed: 2, held: 0, failed: ['b'] });
  });
});

describe('families in view', () => {
  it('are counted for officers only, and every count is a look', async () => {
    const asked = aFact({ id: 'f1', date: '2026-10-01', signals: ['request-for-regisseur'] });
    const came = aFact({ id: 'f2', date: '2026-10-31', seq: 2, signals: ['regisseur-assigned'] });
    const concern = { memberId: 'ouder-1', domain: 'wonen', state: 'concern', lookedOn: today, lookedBy: 'W' } as const;
    const { cases, auditLines } = await aWorld({
      cases: [
        aFamilyCase({ id: 'a', facts: [asked, came] }),
        aFamilyCase({ id: 'b', facts: [asked], plans: 0, regisseurs: 0, lifeDomains: [concern] }),
      ],
    });
    expect(await cases.inView(worker1, noPause)).to.deep.equal({ kind: 'not-allowed' });
    expect(await cases.inView(officer1, noPause)).to.deep.equal({
      families: 2,
      byDomains: [1, 1, 0, 0, 0, 0, 0, 0],
      withoutPlan: 1,
      withoutRegisseur: 1,
      daysToRegisseur: { families: 1, median: 30, p90: 30 },
      stillWaiting: 1,
      repeatedRequests: 0,
      familiesRepeating: 0,
      workerChanges: 0,
      familiesWithChanges: 0,
      openCards: 0,
    });
    expect(auditLines().map(({ event }) => event)).to.deep.equal(['denied:in-view', 'figures-shown']);
  });
});
