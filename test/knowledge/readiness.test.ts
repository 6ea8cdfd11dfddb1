import { expect } from 'chai';
import fc from 'fast-check';
import { missingForFiling, readinessItems } from '../../knowledge/index.ts';
import { readySettings } from '../support/a-knowledge.ts';
import { withoutOneThing } from '../support/not-ready.ts';

const today = '2026-11-22';
const talkOn = (...days: readonly string[]) => ({
  ...readySettings,
  gereedheid: { ...readySettings.gereedheid, gesprekkenClientorganisaties: [...days] },
});

describe('readiness of a municipality (T3)', () => {
  it('misses nothing when everything is arranged', () => {
    expect(missingForFiling(readySettings, today)).to.deep.equal([]);
  });

  for (const { what, item, settings } of withoutOneThing)
    it(`misses just that without ${what}`, () => {
      expect(missingForFiling(settings, today)).to.deep.equal([item]);
    });

  it('has a case above for every thing that can be missing', () => {
    expect(new Set(withoutOneThing.map(({ item }) => item))).to.deep.equal(new Set(readinessItems));
  });

  it('does not count what a municipality copied from the example and left as it was', () => {
    const copied = {
      ...readySettings,
      gemeente: 'Dorp',
      feiten: { ...readySettings.feiten, 'clientondersteuning.naam': 'Cliëntondersteuning Voorbeeldstad' },
    };
    expect(missingForFiling(copied, today)).to.deep.equal(['clientondersteuning', 'publieke-tekst']);
  });

  it('counts a talk for a year, the same day of the next year included', () => {
    const on = (day: string) => missingForFiling(talkOn('2026-02-28'), day);
    expect(on('2026-02-27')).to.deep.equal(['gesprek']);
    expect(on('2026-02-28')).to.deep.equal([]);
    expect(on('2027-02-28')).to.deep.equal([]);
    expect(on('2027-03-01')).to.deep.equal(['gesprek']);
  });

  it('counts a talk on 29 February up to and including the last day of February a year later', () => {
    expect(missingForFiling(talkOn('2028-02-29'), '2029-02-28')).to.deep.equal([]);
    expect(missingForFiling(talkOn('2028-02-29'), '2029-03-01')).to.deep.equal(['gesprek']);
  });

  it('is never harmed by a talk more, whatever the days', () => {
    const day = fc
      .date({ min: new Date('2015-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 5 }), day, (days, more) => {
        const before = missingForFiling(talkOn(...days), today).length;
        expect(missingForFiling(talkOn(...days, more), today).length).to.be.at.most(before);
      }),
    );
  });
});
