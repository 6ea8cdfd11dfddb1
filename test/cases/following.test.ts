import { expect } from 'chai';
import { aDecision, aFiledWorld, aWorld, filedBy, kindOf } from '../support/a-filed-world.ts';
import { aCaseWorld, aFiling, aParent, officer1, officer2, worker1, worker2 } from '../support/case-world.ts';

describe('following and withdrawing', () => {
  it('shows with the code the own filing and nothing about a family', async () => {
    const { cases, filed, auditLines } = await aFiledWorld();
    const followed = await cases.follow(aParent, ` ${(filed.followCode ?? '').toLowerCase().replace('-', ' ')} `);
    const names = new Map([[officer1.id, officer1.name]]);
    expect(followed).to.deep.equal({ kind: 'followed', escalation: filed.escalation, stopped: [], names });
    expect(await cases.follow(aParent, '0000-0000')).to.deep.equal({ kind: 'not-found' });
    expect(await cases.follow(aParent, 'geen code')).to.deep.equal({ kind: 'not-found' });
    expect(auditLines().map(({ event }) => event)).to.deep.equal(['filing-followed', 'denied:follow', 'denied:follow']);
  });

  it('gives a colleague with the code only what that colleague may see anyway, under the own id', async () => {
    const { cases, filed, auditLines } = await aFiledWorld();
    const code = filed.followCode ?? '';
    expect(await cases.follow(worker2, code)).to.deep.equal({ kind: 'not-allowed' });
    expect(await cases.follow(worker2, '0000-0000')).to.deep.equal({ kind: 'not-found' });
    expect((await cases.follow(worker1, code)).kind).to.equal('followed');
    expect((await cases.follow(officer1, code)).kind).to.equal('followed');
    expect(auditLines().map(({ event, actor }) => [event, actor])).to.deep.equal([
      ['denied:follow', 'worker-2'],
      ['denied:follow', 'worker-2'],
      ['filing-followed', 'worker-1'],
      ['filing-followed', 'officer-1'],
    ]);
  });

  it('lets no colleague speak as the parent with the code of the parent', async () => {
    const { cases, filed, stored } = await aFiledWorld();
    const target = { followCode: filed.followCode ?? '' };
    expect(await cases.withdraw(worker2, target, 'Klaar.', 'w1')).to.deep.equal({ kind: 'not-allowed' });
    expect((await stored()).escalations[0]?.state.kind).to.equal('filed');
  });

  it('is withdrawn by who holds the code, once, before a decision', async () => {
    const { cases, filed, cardRef, stored } = await aFiledWorld();
    const target = { followCode: filed.followCode ?? '' };
    const first = await cases.withdraw(aParent, target, '', 'withdraw');
    expect(first).to.have.nested.property('escalation.state.by', 'parent');
    expect(await cases.withdraw(aParent, target, '', 'withdraw')).to.deep.equal(first);
    expect(kindOf(await cases.withdraw(aParent, target, '', 'other'))).to.equal('already-withdrawn');
    expect(kindOf(await cases.decide(officer1, cardRef, aDecision, 'x'))).to.equal('already-withdrawn');
    expect((await stored()).escalations[0]?.state.kind).to.equal('withdrawn');
  });

  it('is withdrawn without a code only by the colleague who filed it', async () => {
    const { cases, filed } = await aFiledWorld();
    const target = { caseId: 'case-1', escalationId: filed.escalation.id };
    for (const actor of [worker2, officer1, aParent])
      expect(await cases.withdraw(actor, target, 'Opgelost.', 'x')).to.deep.equal({ kind: 'not-allowed' });
    const elsewhere = { caseId: 'none', escalationId: 'none' };
    expect(await cases.withdraw(worker1, elsewhere, 'Opgelost.', 'x')).to.deep.equal({ kind: 'not-found' });
    expect(kindOf(await cases.withdraw(worker1, target, 'Opgelost.', 'y'))).to.equal('followed');
  });
});

describe('the open escalations of an officer', () => {
  it('are the own ones, what is due first in front, each with an audit line; what is over is gone', async () => {
    const { cases, filed, pass, auditLines } = await aFiledWorld();
    pass(86_400_000);
    const later = await filedBy(cases, aParent, aFiling({ caseId: null }), 'later');
    const list = await cases.running(officer1);
    if ('kind' in list) throw new Error(`Refused: ${list.kind}`);
    expect(list.map(({ escalation }) => escalation.id)).to.deep.equal([filed.escalation.id, later.escalation.id]);
    expect(list.map(({ mayDecide }) => mayDecide)).to.deep.equal([true, true]);
    expect(auditLines().map(({ event }) => event)).to.deep.equal(['escalations-listed', 'escalations-listed']);
    await cases.withdraw(aParent, { followCode: filed.followCode ?? '' }, '', 'x');
    expect(await cases.running(officer1)).to.have.length(1);
    expect(await cases.running(officer2)).to.deep.equal([]);
    expect(await cases.running(worker1)).to.deep.equal({ kind: 'not-allowed' });
    expect(await cases.running({ ...worker1, kind: 'officer' })).to.deep.equal({ kind: 'not-allowed' });
  });
});

describe('a change that keeps losing', () => {
  it('is reported after 64 tries instead of going on forever', async () => {
    const world = await aWorld();
    let tries = 0;
    const register = {
      ...world.register,
      commit: () => {
        tries += 1;
        return Promise.resolve({ kind: 'conflict', stored: 99 } as const);
      },
    };
    const { cases } = await aCaseWorld({ register });
    const fault = await cases.file(worker1, aFiling(), 'x').then(String, String);
    expect(fault).to.match(/^Error: Failed to change case case-1/);
    expect(tries).to.equal(64);
  });
});
