import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import fc from 'fast-check';
import { addWerkdagen, instantOn, isWerkdag, localDay, werkdagenLater } from '../../../cases/index.ts';
import { addDays, isDay } from '../../../cases/rules/werkdagen.ts';

const holidays = ['2027-01-01', '2027-03-26', '2027-03-29', '2027-04-27', '2027-05-05', '2027-05-06', '2027-05-17'];
const aDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-06-01', days));
const aCount = fc.integer({ min: 0, max: 40 });

describe('werkdagen', () => {
  it('skips Goede Vrijdag, the weekend and 2e Paasdag, over the start of summer time', () => {
    const from = new Date('2027-03-25T08:00:00.000Z'); // Thursday 09:00 in Amsterdam
    const to = werkdagenLater(from, 1, holidays);
    expect(to.toISOString()).to.equal('2027-03-30T07:00:00.000Z'); // Tuesday 09:00 in Amsterdam
    expect((to.getTime() - from.getTime()) / 3_600_000).to.equal(119);
  });

  it('has one instant, the first, for a time that the clock shows twice in autumn', () => {
    expect(instantOn('2026-10-25', '02:30').toISOString()).to.equal('2026-10-25T00:30:00.000Z');
    expect(instantOn('2026-10-25', '03:00').toISOString()).to.equal('2026-10-25T02:00:00.000Z');
  });

  it('takes 03:00 for a time that the clock skips in spring', () => {
    expect(instantOn('2027-03-28', '02:30').toISOString()).to.equal('2027-03-28T01:00:00.000Z');
    expect(instantOn('2027-03-28', '01:59').toISOString()).to.equal('2027-03-28T00:59:00.000Z');
    expect(instantOn('2027-03-28', '03:01').toISOString()).to.equal('2027-03-28T01:01:00.000Z');
    expect(() => instantOn('2027-03-28', '24:00')).to.throw(/HH:MM/);
  });

  it('knows the Dutch day at every hour of the night, also around the clock changes', () => {
    expect(localDay(new Date('2026-11-22T22:59:59.999Z'))).to.equal('2026-11-22');
    expect(localDay(new Date('2026-11-22T23:00:00.000Z'))).to.equal('2026-11-23');
    expect(localDay(new Date('2027-03-27T23:00:00.000Z'))).to.equal('2027-03-28');
    expect(localDay(new Date('2027-03-28T22:00:00.000Z'))).to.equal('2027-03-29');
    expect(localDay(new Date('2026-10-24T22:00:00.000Z'))).to.equal('2026-10-25');
    expect(localDay(new Date('2026-10-25T23:00:00.000Z'))).to.equal('2026-10-26');
    expect(localDay(new Date('2038-01-19T03:14:08.000Z'))).to.equal('2038-01-19');
  });

  it('knows which days exist', () => {
    for (const day of ['2026-11-22', '2028-02-29', '2026-12-31']) expect(isDay(day), day).to.equal(true);
    for (const day of ['2026-02-30', '2027-02-29', '2026-13-01', '2026-1-1', '22-11-2026', '', '2026-11-22T00:00'])
      expect(isDay(day), day).to.equal(false);
  });

  it('refuses a number of days that is no whole number from 0', () => {
    for (const count of [-1, 1.5, Number.NaN])
      expect(() => addWerkdagen('2026-11-23', count, [])).to.throw(/whole number/);
    expect(() => addWerkdagen('2026-02-30', 1, [])).to.throw(/no calendar day/);
  });

  it('always ends on a werkdag', () => {
    fc.assert(
      fc.property(aDay, aCount, (day, count) => {
        if (count > 0) expect(isWerkdag(addWerkdagen(day, count, holidays), holidays)).to.equal(true);
      }),
    );
  });

  it('is never earlier for a later day or for more days', () => {
    fc.assert(
      fc.property(aDay, aDay, aCount, aCount, (one, other, few, more) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(addWerkdagen(early, few, holidays) <= addWerkdagen(late, few, holidays)).to.equal(true);
        expect(addWerkdagen(early, few, holidays) <= addWerkdagen(early, few + more, holidays)).to.equal(true);
      }),
    );
  });

  it('gives the same day in one count or in two', () => {
    fc.assert(
      fc.property(aDay, aCount, aCount, (day, first, second) => {
        const inTwo = addWerkdagen(addWerkdagen(day, first, holidays), second, holidays);
        expect(inTwo).to.equal(addWerkdagen(day, first + second, holidays));
      }),
    );
  });

  it('does not depend on the time zone of the process', () => {
    const script = `
      import { addWerkdagen, localDay, werkdagenLater } from './cases/index.ts';
      const at = (hours) => new Date(Date.UTC(2027, 2, 20, hours, 30));
      const hours = Array.from({ length: 240 }, (_, hour) => hour);
      console.log(JSON.stringify(hours.map((hour) => [
        localDay(at(hour)),
        addWerkdagen(localDay(at(hour)), 3, ['2027-03-26', '2027-03-29']),
        werkdagenLater(at(hour), 2, ['2027-03-26', '2027-03-29']).toISOString(),
      ])));`;
    const inZone = (zone: string) =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
    const [utc, tokyo, newYork] = ['UTC', 'Asia/Tokyo', 'America/New_York'].map(inZone);
    expect(JSON.parse(utc ?? '')).to.have.length(240);
    expect(tokyo).to.equal(utc);
    expect(newYork).to.equal(utc);
  });
});
