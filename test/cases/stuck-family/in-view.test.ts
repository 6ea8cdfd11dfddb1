import { expect } from 'chai';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { aFact } from '../../support/a-history.ts';
import { officer1, worker1 } from '../../support/case-world.ts';
import { aWorld, noPause, today } from './a-world.ts';

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
