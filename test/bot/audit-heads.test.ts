import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { auditHeads } from '../../bot/audit-heads.ts';
import { aCommand } from '../support/a-command.ts';
import { anApp, aPersona } from '../support/an-app.ts';

const told = z.object({ event: z.literal('audit-head'), count: z.number(), key: z.string() });

describe('where the audit log stands, kept outside the data folder (I4)', () => {
  const aRound = () => {
    const lines: unknown[] = [];
    const clock = { now: new Date('2026-11-23T09:00:00.000Z') };
    const log = { lines: 0, hash: '' };
    const round = auditHeads({
      head: () => ({ ...log }),
      log: { info: (event, fields) => lines.push({ event, ...fields }) },
      now: () => clock.now,
    });
    return { lines, clock, log, run: () => round.run(() => Promise.resolve()) };
  };

  it('is told once a day, with the hash of the last line of that moment', async () => {
    const { lines, clock, log, run } = aRound();
    Object.assign(log, { lines: 2, hash: 'aa' });
    await run();
    Object.assign(log, { lines: 5, hash: 'bb' });
    await run();
    clock.now = new Date('2026-11-24T00:30:00.000Z');
    await run();
    expect(lines).to.deep.equal([
      { event: 'audit-head', count: 2, key: 'aa' },
      { event: 'audit-head', count: 5, key: 'bb' },
    ]);
  });

  it('waits for the first line of an empty log', async () => {
    const { lines, log, run } = aRound();
    await run();
    Object.assign(log, { lines: 1, hash: 'aa' });
    await run();
    expect(lines).to.have.length(1);
  });

  it('shows with audit:verify that lines of before it were cut off, which the file alone does not', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'regie-heads-'));
    try {
      const app = await anApp({ env: { DATA_DIR: folder } });
      await (await aPersona(app, 'worker')).says('heeft gezin De Vries één plan en één regisseur?');
      await app.rounds.runNow();
      await app.stop();
      const [line = '{}'] = app.logLines.filter((one) => one.includes('"audit-head"'));
      const { key, count } = told.parse(JSON.parse(line));
      expect(count).to.be.at.least(1);
      const verify = () => aCommand('audit-verify', ['--hash', key], { DATA_DIR: folder });
      expect((await verify()).out).to.contain('Tot daar is niets weggehaald.');
      const file = join(folder, 'audit.jsonl');
      const kept = (await readFile(file, 'utf8')).split('\n').slice(0, count - 1);
      await writeFile(file, kept.length === 0 ? '' : `${kept.join('\n')}\n`);
      expect((await verify()).code).to.equal(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
