import { expect } from 'chai';
import { makeCases } from '../../../cases/index.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { aFact } from '../../support/a-history.ts';
import { worker1 } from '../../support/case-world.ts';
import { asks, aWorld, dayMs, done, noPause, open } from './a-world.ts';

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
