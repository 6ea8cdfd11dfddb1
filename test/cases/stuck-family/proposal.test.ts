import { expect } from 'chai';
import { someSettings, worker1, worker2 } from '../../support/case-world.ts';
import { aWorld, cry, dayMs, done, noPause, open, today } from './a-world.ts';

const reason = 'De ouder heeft gezegd dat het is opgelost.';

const proposing = {
  stuck: { ...someSettings.stuck, modes: { ...someSettings.stuck.modes, K6: 'propose', K8: 'propose' } },
} as const;

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
