import { expect } from 'chai';
import fc from 'fast-check';
import { figuresOf } from '../../../cases/index.ts';

const one = (part: Partial<Parameters<typeof figuresOf>[0][number]> = {}) => ({
  domains: 0,
  withoutPlan: false,
  withoutRegisseur: false,
  daysToRegisseur: null,
  stillWaiting: false,
  repeatedRequests: 0,
  workerChanges: 0,
  openCard: false,
  ...part,
});

describe('figures over families (L4)', () => {
  it('give the middle and what nine in ten waited at most', () => {
    const days = (...list: readonly number[]) =>
      figuresOf(list.map((daysToRegisseur) => one({ daysToRegisseur }))).daysToRegisseur;
    expect(days(10, 20, 30, 40, 50, 60, 70, 80, 90, 400)).to.deep.equal({ families: 10, median: 55, p90: 90 });
    expect(days(7, 3, 5)).to.deep.equal({ families: 3, median: 5, p90: 7 });
    expect(days()).to.equal(null);
  });

  it('count how often and in how many families', () => {
    const figures = figuresOf([one({ repeatedRequests: 3, workerChanges: 1 }), one({ workerChanges: 2 }), one()]);
    expect(figures).to.include({
      repeatedRequests: 3,
      familiesRepeating: 1,
      workerChanges: 3,
      familiesWithChanges: 2,
      families: 3,
    });
  });

  it('do not depend on the order of the families, and nine in ten is at least the middle', () => {
    const families = fc.array(
      fc.nat({ max: 900 }).map((daysToRegisseur) => one({ daysToRegisseur })),
      { minLength: 2 },
    );
    fc.assert(
      fc.property(families, (list) => {
        const figures = figuresOf(list);
        expect(figuresOf([...list].reverse())).to.deep.equal(figures);
        expect(figures.daysToRegisseur?.p90).to.be.at.least(figures.daysToRegisseur?.median ?? Infinity);
      }),
    );
  });
});
