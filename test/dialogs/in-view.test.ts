import { expect } from 'chai';
import type { Figures } from '../../cases/index.ts';
import { aTalk, cardsIn, heard, officer, parent, worker } from '../support/scripted-cases.ts';

const figures: Figures = {
  families: 40,
  byDomains: [20, 12, 2, 1, 5, 0, 0, 0],
  withoutPlan: 12,
  withoutRegisseur: 3,
  daysToRegisseur: { families: 11, median: 61, p90: 404 },
  stillWaiting: 7,
  repeatedRequests: 9,
  familiesRepeating: 2,
  workerChanges: 14,
  familiesWithChanges: 8,
  openCards: 6,
};
const script = { inView: () => Promise.resolve(figures) };

describe('the figures in Teams (L4)', () => {
  it('come as one card to an officer who asks, with nothing under five on it', async () => {
    for (const said of ['cijfers', 'In beeld']) {
      const replies = await aTalk({ as: officer, script }).says(said);
      const card = JSON.stringify(cardsIn(replies));
      expect(card).to.include('"40"').and.include('"404"').and.include('"< 5"').and.include('niet getoond');
      expect(card).to.include('2 tot en met 7 leefgebieden').and.not.include('"3"').and.not.include('"9"');
    }
  });

  it('are refused as the subject says, and are nothing for others', async () => {
    const refused = aTalk({
      as: officer,
      script: { inView: () => Promise.resolve({ kind: 'audit-unavailable' } as const) },
    });
    expect(heard(await refused.says('cijfers'))).to.match(/niet vastleggen wie er kijkt/);
    for (const as of [worker, parent]) {
      const talk = aTalk({ as, script: { ...script, ownCases: () => Promise.resolve([]) } });
      expect(cardsIn(await talk.says('cijfers'))).to.deep.equal([]);
      expect(talk.calls.map(({ name }) => name)).to.not.include('inView');
    }
  });
});
