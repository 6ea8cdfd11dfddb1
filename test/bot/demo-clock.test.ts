import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { demoClockDocument, openDemoClock } from '../../bot/demo/demo-clock.ts';
import { instantOn, localDay } from '../../cases/index.ts';
import { durableJsonFile } from '../../register/index.ts';

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

describe('the clock of the demo', () => {
  it('goes to the next day and no further, at any moment, also on the nights on which the clock is changed', async () => {
    const moments = fc.oneof(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
      fc
        .integer({ min: 0, max: 48 * 60 })
        .map((minutes) => new Date(Date.parse('2026-10-24T12:00Z') + minutes * 60_000)),
      fc
        .integer({ min: 0, max: 48 * 60 })
        .map((minutes) => new Date(Date.parse('2027-03-27T12:00Z') + minutes * 60_000)),
    );
    await fc.assert(
      fc.asyncProperty(moments, async (moment) => {
        const clock = await openDemoClock(() => moment, null);
        for (let count = 0; count < 3; count += 1) {
          const today = localDay(clock.now());
          await clock.nextDay();
          expect(localDay(clock.now())).to.equal(dayAfter(today));
          expect(clock.now().getTime()).to.be.at.least(instantOn(dayAfter(today), '08:30').getTime());
        }
      }),
    );
  });

  it('is as far ahead after a restart as before', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'regie-clock-'));
    const file = () => durableJsonFile(join(folder, 'demo-clock.json'), demoClockDocument);
    const now = () => new Date('2026-11-23T09:00:00.000Z');
    const before = await openDemoClock(now, file());
    await before.nextDay();
    await before.nextDay();
    const after = await openDemoClock(now, file());
    expect(after.now().toISOString()).to.equal('2026-11-25T09:00:00.000Z');
    await rm(folder, { recursive: true });
  });
});
