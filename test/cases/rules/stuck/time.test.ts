import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { aFamilyCase } from '../../../support/a-family-case.ts';
import { aCaseWorld, worker1 } from '../../../support/case-world.ts';
import { aRequest } from '../../../support/entries.ts';

const asks = aRequest('2026-10-11');
const noPause = () => Promise.resolve();
const root = new URL('../../../../', import.meta.url).pathname;

describe('the stuck rules and the clock', () => {
  it('fires once over the night in which 02:30 comes twice, and over a clock that jumps', async () => {
    const { cases, setTime, stored } = await aCaseWorld({ cases: [aFamilyCase()] });
    setTime('2026-10-11T09:00:00.000Z');
    await cases.record(worker1, 'case-1', asks, 'c1');
    const changed: number[] = [];
    for (const at of [
      '2026-10-25T21:59:00.000Z', // Sunday 22:59 in Amsterdam: the term is not over yet
      '2026-10-25T23:00:00.000Z', // Monday 00:00
      '2026-10-25T22:00:00.000Z', // an hour back
      '2026-10-25T00:30:00.000Z', // the first 02:30
      '2026-10-25T01:30:00.000Z', // the second 02:30
      '2026-10-29T00:30:00.000Z', // three days on
      '2038-01-19T03:14:08.000Z',
    ]) {
      setTime(at);
      changed.push((await cases.lookAtAll(noPause)).changed);
    }
    expect(changed).to.deep.equal([0, 1, 0, 0, 0, 0, 0]);
    expect((await stored()).stuck.findings.map(({ key }) => key.split('@')[0])).to.deep.equal(['K2']);
    expect((await stored()).escalations).to.have.length(1);
  });

  it('fires in the night in which 02:30 does not exist', async () => {
    const { cases, setTime, stored } = await aCaseWorld({ cases: [aFamilyCase()] });
    setTime('2027-03-13T09:00:00.000Z');
    await cases.record(worker1, 'case-1', { ...asks, on: '2027-03-13' }, 'c1');
    setTime('2027-03-27T22:59:59.999Z');
    expect((await cases.lookAtAll(noPause)).changed).to.equal(0);
    setTime('2027-03-27T23:00:00.000Z');
    expect((await cases.lookAtAll(noPause)).changed).to.equal(1);
    expect((await stored()).stuck.findings[0]?.on).to.equal('2027-03-27');
  });

  it('gives the same findings, cards and days whatever the time zone of the process', async () => {
    const script = `
      import { deskOf } from './cases/index.ts';
      import { listOf, played } from './test/support/a-replay.ts';
      import { growContext, livedThrough } from './test/support/a-history.ts';
      import { someSettings } from './test/support/case-world.ts';
      const lists = ['raalte.json', 'measures.csv', 'loses-its-regisseur.json'].map((name) => {
        const { outcome, card, facts } = played(listOf(name));
        const lived = livedThrough(facts, ({ date }) => date);
        return [outcome, card, card && deskOf(card, someSettings, '2027-03-25'), lived.escalations.map(({ due }) => due), lived.stuck.findings];
      });
      // What this process prints is what the test reads.
      console.log(JSON.stringify(lists));`;
    const inZone = async (zone: string) => {
      const ran = await promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '-e', script],
        {
          cwd: root,
          env: { ...process.env, TZ: zone },
        },
      );
      return ran.stdout;
    };
    const utc = await inZone('UTC');
    expect(JSON.parse(utc)).to.have.length(3);
    expect(await inZone('Asia/Tokyo')).to.equal(utc);
    expect(await inZone('America/New_York')).to.equal(utc);
  }).timeout(60_000);
});
