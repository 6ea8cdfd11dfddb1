import { expect } from 'chai';
import fc from 'fast-check';
import type { Figures } from '../../cases/index.ts';
import { shownFigures } from '../../cards/index.ts';
import { shownClasses, shownPart } from '../../cards/shown-figures.ts';

const nothing: Figures = {
  families: 0,
  byDomains: [0, 0, 0, 0, 0, 0, 0, 0],
  withoutPlan: 0,
  withoutRegisseur: 0,
  daysToRegisseur: null,
  stillWaiting: 0,
  repeatedRequests: 0,
  familiesRepeating: 0,
  workerChanges: 0,
  familiesWithChanges: 0,
  openCards: 0,
};

/** Every way to spread `all` over this many classes. */
function spreads(all: number, classes: number): readonly (readonly number[])[] {
  if (classes === 1) return [[all]];
  return Array.from({ length: all + 1 }, (_, first) =>
    spreads(all - first, classes - 1).map((rest) => [first, ...rest]),
  ).flat();
}

function groupedBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
}

describe('figures as they are shown (L4)', () => {
  it('are exact from five on, and nothing more than "< 5" below', () => {
    const shown = shownFigures({ ...nothing, families: 40, withoutPlan: 5, withoutRegisseur: 4, openCards: 0 });
    expect(shown).to.include({ families: 40, withoutPlan: 5, withoutRegisseur: '< 5', openCards: '< 5' });
    expect(shownFigures(nothing).families).to.equal('< 5');
  });

  it('do not tell how few are left out: "> 35" of 40 says no more than "< 5" does', () => {
    expect([35, 36, 40].map((part) => shownPart(part, 40))).to.deep.equal([35, '> 35', '> 35']);
  });

  it('put small classes together with their neighbours, so that none is the rest of a subtraction', () => {
    expect(shownClasses([6, 1, 2, 9, 0, 0, 0, 3])).to.deep.equal([
      { from: 0, to: 0, families: 6 },
      { from: 1, to: 7, families: 15 },
    ]);
  });

  it('never let a class under five follow from what is shown, whoever knows the rules as well', () => {
    for (let all = 0; all <= 24; all += 1) {
      const shown = groupedBy(spreads(all, 4), (counts) => JSON.stringify(shownClasses(counts)));
      for (const [told, possible] of shown) {
        for (const place of [0, 1, 2, 3]) {
          const values = new Set(possible.map((counts) => counts[place] ?? 0));
          const few = [...values].some((value) => value < 5);
          // With fewer than two families nothing is shown at all, not even that there are so few.
          if (few && all >= 2) expect(values.size, `${told}, class ${place} of ${all}`).to.be.greaterThan(1);
        }
      }
    }
  });

  it('never let a part, or what it leaves out, be known when it is under five', () => {
    const pairs = Array.from({ length: 41 }, (_, all) =>
      Array.from({ length: all + 1 }, (__, part) => [all, part]),
    ).flat();
    const shown = groupedBy(pairs, ([all = 0, part = 0]) =>
      JSON.stringify([shownFigures({ ...nothing, families: all }).families, shownPart(part, all)]),
    );
    for (const [told, possible] of shown) {
      const parts = new Set(possible.map(([, part = 0]) => part));
      const others = new Set(possible.map(([all = 0, part = 0]) => all - part));
      for (const values of [parts, others])
        if ([...values].some((value) => value < 5)) expect(values.size, told).to.be.at.least(5);
    }
  });

  it('never let who never asked follow from who got a regisseur and who still waits', () => {
    const told = (families: number, got: number, stillWaiting: number) => {
      const daysToRegisseur = got === 0 ? null : { families: got, median: 3, p90: 9 };
      const shown = shownFigures({ ...nothing, families, daysToRegisseur, stillWaiting });
      return JSON.stringify(shown);
    };
    expect(told(20, 9, 8))
      .to.include('"gotRegisseur":">= 5"')
      .and.include('"stillWaiting":">= 5"');
    expect(told(22, 9, 8))
      .to.include('"gotRegisseur":9')
      .and.include('"stillWaiting":8');
    const all = Array.from({ length: 36 }, (_, families) => spreads(families, 3)).flat();
    for (const [shown, possible] of groupedBy(all, ([got = 0, waiting = 0, never = 0]) =>
      told(got + waiting + never, got, waiting),
    ))
      for (const [what, count] of [
        ['got', ([got = 0]: readonly number[]) => got],
        ['waiting', ([, waiting = 0]: readonly number[]) => waiting],
        ['never asked', ([, , never = 0]: readonly number[]) => never],
        ['asked', ([got = 0, waiting = 0]: readonly number[]) => got + waiting],
        ['did not get', ([, waiting = 0, never = 0]: readonly number[]) => waiting + never],
        ['does not wait', ([got = 0, , never = 0]: readonly number[]) => got + never],
      ] as const) {
        const values = new Set(possible.map(count));
        if ([...values].some((value) => value < 5)) expect(values.size, `${what}: ${shown}`).to.be.at.least(5);
      }
  }).timeout(20_000);

  it('never let it follow how few had something happen more than once', () => {
    const told = (families: number, familiesRepeating: number, repeatedRequests: number) => {
      const { repeatedRequests: times, familiesRepeating: inFamilies } = shownFigures({
        ...nothing,
        families,
        familiesRepeating,
        repeatedRequests,
      });
      return { families: shownFigures({ ...nothing, families }).families, inFamilies, times };
    };
    expect(told(20, 5, 6)).to.include({ inFamilies: 5, times: null });
    expect(told(20, 5, 5)).to.include({ inFamilies: 5, times: 5 });
    expect(told(20, 5, 10)).to.include({ inFamilies: 5, times: 10 });
    const all = Array.from({ length: 31 }, (_, families) =>
      Array.from({ length: families + 1 }, (__, few) =>
        Array.from({ length: few === 0 ? 1 : 13 }, (___, more) => [families, few, few + more]),
      ).flat(),
    ).flat();
    for (const [shown, possible] of groupedBy(all, ([families = 0, few = 0, times = 0]) =>
      JSON.stringify(told(families, few, times)),
    )) {
      const more = new Set(possible.map(([, few = 0, times = 0]) => times - few));
      if ([...more].some((one) => one > 0 && one < 5)) expect(more.size, shown).to.be.at.least(4);
      for (const count of [([, few = 0]: readonly number[]) => few, ([n = 0, few = 0]: readonly number[]) => n - few]) {
        const values = new Set(possible.map(count));
        if ([...values].some((value) => value < 5)) expect(values.size, shown).to.be.at.least(4);
      }
    }
  }).timeout(20_000);

  it('hide how often something happened in fewer than five families', () => {
    const often = { ...nothing, families: 40, repeatedRequests: 12, workerChanges: 3 };
    expect(shownFigures({ ...often, familiesRepeating: 1, familiesWithChanges: 2 })).to.include({
      repeatedRequests: null,
      workerChanges: '< 5',
    });
    expect(shownFigures({ ...often, familiesRepeating: 6 })).to.include({ repeatedRequests: 12, familiesRepeating: 6 });
  });

  it('show the middle from five families and nine in ten from ten, which is then never one family', () => {
    const days = (families: number) =>
      shownFigures({ ...nothing, families: 40, daysToRegisseur: { families, median: 60, p90: 400 } });
    expect(days(4)).to.include({ gotRegisseur: '< 5', medianDaysToRegisseur: null, p90DaysToRegisseur: null });
    expect(days(9)).to.include({ gotRegisseur: 9, medianDaysToRegisseur: 60, p90DaysToRegisseur: null });
    expect(days(10)).to.include({ medianDaysToRegisseur: 60, p90DaysToRegisseur: 400 });
  });

  it('hold nothing under five, for whatever counts', () => {
    const counts = fc.array(fc.nat({ max: 60 }), { minLength: 8, maxLength: 8 });
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(counts, shares, (byDomains, parts) => {
        const families = byDomains.reduce((sum, one) => sum + one, 0);
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = parts.map((share) => Math.floor(share * families));
        const shown = shownFigures({
          families,
          byDomains,
          withoutPlan: a,
          withoutRegisseur: b,
          daysToRegisseur: { families: c, median: 1, p90: 2 },
          stillWaiting: families - c,
          familiesRepeating: d,
          repeatedRequests: 2 * d,
          familiesWithChanges: e,
          workerChanges: e,
          openCards: f,
        });
        const { byDomains: classes, ...rest } = { ...shown, medianDaysToRegisseur: null, p90DaysToRegisseur: null };
        for (const value of [...Object.values(rest), ...classes.map((one) => one.families)])
          if (typeof value === 'number') expect(value).to.be.at.least(5);
        const divided = classes.reduce((sum, one) => sum + one.families, 0);
        expect(divided).to.equal(families < 10 ? 0 : families);
      }),
    );
  });
});
