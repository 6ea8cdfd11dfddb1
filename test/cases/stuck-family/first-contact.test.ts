import { expect } from 'chai';
import type { CaseEntry } from '../../../cases/index.ts';
import { aFamilyCase, aParty } from '../../support/a-family-case.ts';
import { worker1, worker2 } from '../../support/case-world.ts';
import { asks, aWorld, done, today } from './a-world.ts';

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
