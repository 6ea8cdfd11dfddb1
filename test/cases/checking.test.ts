import { expect } from 'chai';
import type { AuditLog, CaseSource } from '../../cases/index.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import { aWorld, brokenLog, kindOf } from '../support/a-filed-world.ts';
import { officer1, worker1, worker2 } from '../support/case-world.ts';

describe('checking a family', () => {
  it('gives a worker with a task the finding, and leaves an audit line', async () => {
    const { cases, auditLines } = await aWorld();
    const outcome = await cases.check(worker1, 'case-1');
    expect(outcome).to.deep.include({ kind: 'checked', label: 'Gezin De Vries' });
    expect(outcome).to.have.nested.property('finding.kind', 'in-order');
    expect(auditLines()).to.deep.equal([
      { at: '2026-11-23T09:00:00.000Z', event: 'case-checked', actor: 'worker-1', subject: 'case-1' },
    ]);
  });

  it('leaves an audit line when names of families are shown, and none when they only are looked through', async () => {
    const { cases, auditLines } = await aWorld();
    const own = await cases.ownCases(worker1);
    expect(own).to.have.length(1);
    expect(auditLines()).to.deep.equal([]);
    expect(await cases.showOwnCases(worker1)).to.deep.equal(own);
    expect(auditLines()).to.deep.equal([
      { at: '2026-11-23T09:00:00.000Z', event: 'own-cases-listed', actor: 'worker-1', subject: 'worker-1' },
    ]);
  });

  it('shows nothing to a worker without a task, a stranger, or an officer without an escalation', async () => {
    const { cases, auditLines } = await aWorld();
    const stranger = { kind: 'worker', id: 'stranger', name: 'X' } as const;
    for (const actor of [worker2, stranger, officer1, { ...worker2, kind: 'officer' } as const])
      expect(await cases.check(actor, 'case-1')).to.deep.equal({ kind: 'not-allowed' });
    expect(await cases.check(worker1, 'no-such-case')).to.deep.equal({ kind: 'not-found' });
    expect(auditLines().map(({ event }) => event)).to.deep.equal(Array.from({ length: 5 }, () => 'denied:check'));
    expect(await cases.ownCases(stranger)).to.deep.equal([]);
    expect(await cases.showOwnCases(stranger)).to.deep.equal([]);
  });

  it('reads the role now: a role taken away a second ago is gone, and a claim in the actor counts for nothing', async () => {
    const { cases, roles } = await aWorld();
    expect(kindOf(await cases.check({ ...worker1, kind: 'officer' }, 'case-1'))).to.equal('checked');
    roles.delete('worker-1');
    expect(await cases.check(worker1, 'case-1')).to.deep.equal({ kind: 'not-allowed' });
  });

  it('shows nothing and asks no source when the audit can not be written', async () => {
    let asked = 0;
    const source: CaseSource = {
      name: 'zaaksysteem',
      look: () => {
        asked += 1;
        return Promise.resolve({ kind: 'answered', plans: [], regisseurs: [] });
      },
    };
    const { cases } = await aWorld({
      auditLog: brokenLog,
      sources: [source],
      cases: [aFamilyCase({ sources: ['zaaksysteem'] })],
    });
    expect(await cases.check(worker1, 'case-1')).to.deep.equal({ kind: 'audit-unavailable' });
    expect(await cases.check(worker2, 'case-1')).to.deep.equal({ kind: 'audit-unavailable' });
    expect(await cases.showOwnCases(worker1)).to.deep.equal({ kind: 'audit-unavailable' });
    expect(asked).to.equal(0);
  });

  it('waits for the audit line before it answers', async () => {
    const order: string[] = [];
    let release: () => void = () => undefined;
    const slowLog: AuditLog = {
      append: () =>
        new Promise((resolve) => {
          release = () => {
            order.push('written');
            resolve();
          };
        }),
    };
    const { cases } = await aWorld({ auditLog: slowLog });
    const answered = cases.check(worker1, 'case-1').then(() => order.push('answered'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(order).to.deep.equal([]);
    release();
    await answered;
    expect(order).to.deep.equal(['written', 'answered']);
  });

  it('asks only the sources the family names, and takes one that throws as one that did not answer', async () => {
    const asked: string[] = [];
    const aSource = (name: string, fails: boolean): CaseSource => ({
      name,
      look: () => {
        asked.push(name);
        return fails
          ? Promise.reject(new TypeError('bug'))
          : Promise.resolve({ kind: 'answered', plans: [], regisseurs: [] });
      },
    });
    const { cases } = await aWorld({
      sources: [aSource('a', false), aSource('b', true), aSource('c', false)],
      cases: [aFamilyCase({ sources: ['a', 'b'] })],
    });
    const outcome = await cases.check(worker1, 'case-1');
    expect(outcome).to.have.nested.property('finding.kind', 'unknown');
    expect(outcome).to.have.deep.nested.property('finding.because', ['b']);
    expect(asked).to.deep.equal(['a', 'b']);
  });
});
